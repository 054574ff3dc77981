import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The census holds the start against its collection period; what is still to come is outside any. */
export const exclusionStartFuture = recordRule({
  code: '2290',
  title: 'Exclusion begins in the future',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['startDate'],
  help: 'Ask the school for the first day of the exclusion.',
  source: census(2290),
  broken: ({ startDate }, { asOf }) => startDate !== undefined && startDate > asOf,
});
