import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const attendanceSummaryDates = recordRule({
  code: 'attendance-summary-dates',
  title: 'Attendance is summed over a span that ends before it begins',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['endDate', 'startDate'],
  help: 'Ask the school for both dates.',
  source: byDefinition('attendance sums'),
  broken: ({ startDate, endDate }) => startDate !== undefined && endDate !== undefined && endDate < startDate,
});
