import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const exclusionDates = recordRule({
  code: 'exclusion-dates',
  title: 'Exclusion ends before it begins',
  severity: 'error',
  kinds: ['exclusion'],
  fields: ['endDate', 'startDate'],
  help: 'Ask the school for both dates.',
  source: byDefinition('exclusion'),
  broken: ({ startDate, endDate, startSession, endSession }) => {
    if (startDate === undefined || endDate === undefined) return false;
    return endDate < startDate || (endDate === startDate && startSession === 'PM' && endSession === 'AM');
  },
});
