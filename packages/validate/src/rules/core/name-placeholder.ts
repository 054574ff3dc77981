import { findName } from '../../names.js';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** What people type when they have no name to type: no letters at all, one letter over and over, or a word. */
const PLACEHOLDER =
  /^(?:[^\p{L}\d]+|([a-z])\1{2,}|unknown|unkown|not known|n\/k|nk|n\/a|none|null|nil|test|testing|tbc|tba|surname|forename|first ?name|last ?name|no name|dummy|delete[d]?|do not use|duplicate)$/iu;

export const namePlaceholder = recordRule({
  code: 'name-placeholder',
  title: 'Name looks like a placeholder',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['surname', 'forename'],
  help: 'Ask the school whether this is a real pupil, and for the name.',
  source: byDefinition('names'),
  broken: ({ surname, forename }) => findName({ surname, forename }, (name) => PLACEHOLDER.test(name.trim())),
});
