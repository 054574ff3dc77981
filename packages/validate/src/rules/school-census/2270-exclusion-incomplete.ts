import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The census also asks for the SEN provision, which other records of the pupil tell. */
export const exclusionIncomplete = recordRule({
  code: '2270',
  title: 'Exclusion has no start date or no category',
  severity: 'error',
  kinds: ['exclusion'],
  fields: ['startDate', 'category'],
  help: 'Ask the school for the first day and for the category: SUSP, PERM or LNCH.',
  source: census(2270),
  broken: ({ startDate, category }) =>
    startDate === undefined || (category === undefined && { field: 'category' }),
});
