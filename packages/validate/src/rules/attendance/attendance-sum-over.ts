import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Absences that alone are too many are told by 2530. A query, since the absences can still be right. */
export const attendanceSumOver = recordRule({
  code: 'attendance-sum-over',
  title: 'Sessions attended and missed are more than were possible',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsPossible', 'sessionsAttended', 'sessionsAuthorised', 'sessionsUnauthorised'],
  help: 'Ask the school to export the attendance again; all figures must be of the same span of time.',
  source: byDefinition('attendance sums'),
  broken: ({ sessionsPossible, sessionsAttended, sessionsAuthorised = 0, sessionsUnauthorised = 0 }) => {
    const missed = sessionsAuthorised + sessionsUnauthorised;
    return (
      sessionsPossible !== undefined &&
      sessionsAttended !== undefined &&
      missed <= sessionsPossible &&
      sessionsAttended + missed > sessionsPossible
    );
  },
});
