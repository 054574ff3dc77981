import { recordRule } from '../../rule.js';
import { findName } from '../../names.js';
import { byDefinition } from '../../sources.js';

/** Beginning or end, or two in a row; a blank name is missing, which 1580 and 1590 find. */
const STRAY = /^\s+\S|\S\s+$|\S\s{2,}\S/;

export const nameWhiteSpace = recordRule({
  code: 'name-white-space',
  title: 'Name has stray white space',
  severity: 'info',
  kinds: ['pupil'],
  fields: ['surname', 'forename', 'middleNames', 'preferredSurname', 'preferredForename'],
  help: 'The name should be retyped at the school; white space makes two names of one.',
  source: byDefinition('names'),
  broken: (pupil) => findName(pupil, (name) => STRAY.test(name)),
});
