import { findName } from '../../names.js';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Digits and signs that names don't have; brackets and commas come of notes put in a name. */
const STRANGE = /[\d<>@#$%^*_=+[\]{}|\\~?!"()]/;

export const nameDigits = recordRule({
  code: 'name-digits',
  title: 'Name has a digit or a sign that names do not have',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['surname', 'forename', 'middleNames', 'preferredSurname', 'preferredForename'],
  help: 'Ask the school for the name; notes about a pupil do not belong in it.',
  source: byDefinition('names'),
  broken: (pupil) => findName(pupil, (name) => STRANGE.test(name)),
});
