import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query where it is missing: sums of absence are of use without it. */
export const sessionsPossible = recordRule({
  code: '2500',
  title: 'Possible sessions are missing or less than none',
  severity: 'error',
  kinds: ['attendance-summary'],
  fields: ['sessionsPossible'],
  help: 'Ask the school for the sessions that were possible for the pupil; none at all is written as 0.',
  source: census(2500),
  broken: ({ sessionsPossible: possible }) => (possible === undefined ? { severity: 'query' } : possible < 0),
});
