import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The census also asks for a leaving date of every leaver; records don't say who is one without it. */
export const leavingBeforeEntry = recordRule({
  code: '1920',
  title: 'Leaving date is before the entry date',
  severity: 'error',
  kinds: ['enrolment'],
  fields: ['leavingDate', 'entryDate'],
  help: 'Ask the school for both dates.',
  source: census(1920),
  broken: ({ entryDate, leavingDate }) =>
    entryDate !== undefined && leavingDate !== undefined && leavingDate < entryDate,
});
