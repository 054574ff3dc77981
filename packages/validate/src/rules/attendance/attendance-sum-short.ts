import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const attendanceSumShort = recordRule({
  code: 'attendance-sum-short',
  title: 'Sessions attended and missed are fewer than were possible',
  severity: 'info',
  kinds: ['attendance-summary'],
  fields: ['sessionsPossible', 'sessionsAttended', 'sessionsAuthorised', 'sessionsUnauthorised'],
  help: 'Some registers may not have been marked; ask the school to complete them.',
  source: byDefinition('attendance sums'),
  broken: ({ sessionsPossible, sessionsAttended, sessionsAuthorised, sessionsUnauthorised }) =>
    sessionsPossible !== undefined &&
    sessionsAttended !== undefined &&
    sessionsAuthorised !== undefined &&
    sessionsUnauthorised !== undefined &&
    sessionsAttended + sessionsAuthorised + sessionsUnauthorised < sessionsPossible,
});
