import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** For free school meals the census has a number for it: 1766; for enrolments 1920. */
export const spellDates = recordRule({
  code: 'spell-dates',
  title: 'Span of dates ends before it begins',
  severity: 'error',
  kinds: [
    'sen-provision',
    'sen-need',
    'looked-after',
    'service-child',
    'pupil-premium',
    'attendance-summary',
    'early-years-funding',
    'youth-participation',
  ],
  fields: ['endDate', 'startDate'],
  help: 'Ask the school for both dates.',
  source: byDefinition('spells'),
  broken: ({ startDate, endDate }) => startDate !== undefined && endDate !== undefined && endDate < startDate,
});
