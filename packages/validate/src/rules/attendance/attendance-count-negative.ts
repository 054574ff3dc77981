import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

const COUNTS = [
  'sessionsAttended',
  'sessionsAuthorised',
  'sessionsUnauthorised',
  'sessionsExceptional',
  'sessionsLate',
] as const;

/** Possible sessions have a rule of their own: 2500. */
export const attendanceCountNegative = recordRule({
  code: 'attendance-count-negative',
  title: 'Count of sessions is less than none',
  severity: 'error',
  kinds: ['attendance-summary'],
  fields: COUNTS,
  help: 'Ask the school to export the attendance again.',
  source: byDefinition('attendance sums'),
  broken: (summary) => {
    const field = COUNTS.find((count) => (summary[count] ?? 0) < 0);
    return field !== undefined && { field };
  },
});
