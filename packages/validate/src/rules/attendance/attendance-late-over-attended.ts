import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Late after the register closed is an unauthorised absence. */
export const attendanceLateOverAttended = recordRule({
  code: 'attendance-late-over-attended',
  title: 'Pupil was late more often than there were sessions to be late for',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsLate', 'sessionsAttended', 'sessionsUnauthorised'],
  help: 'Ask the school for the figures; minutes may have been sent for sessions.',
  source: byDefinition('attendance sums'),
  broken: ({ sessionsLate, sessionsAttended, sessionsUnauthorised = 0 }) =>
    sessionsLate !== undefined &&
    sessionsAttended !== undefined &&
    sessionsLate > sessionsAttended + sessionsUnauthorised,
});
