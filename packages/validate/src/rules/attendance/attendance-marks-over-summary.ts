import { attendanceCount } from '@rollbook/model';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** More alone is told: a file may hold the marks of a part of the span. */
export const attendanceMarksOverSummary = pupilRule({
  code: 'attendance-marks-over-summary',
  title: 'Register has more sessions attended than the sum of the same span',
  severity: 'query',
  kinds: ['attendance-summary', 'attendance-mark'],
  fields: ['sessionsAttended', 'startDate', 'endDate'],
  help: 'Ask the school to export sums and registers together.',
  source: byDefinition('attendance sums'),
  broken: (group) => {
    const marks = group.of('attendance-mark');
    if (marks.length === 0) return undefined;
    const found: PupilFinding[] = [];
    for (const record of group.of('attendance-summary')) {
      const { startDate, endDate, sessionsAttended, attended } = record;
      if (
        startDate === undefined ||
        endDate === undefined ||
        sessionsAttended === undefined ||
        attended !== undefined
      )
        continue;
      const sessions = new Set<string>();
      for (const { date, session, code } of marks) {
        if (startDate <= date && date <= endDate && attendanceCount(code, date) === 'attended')
          sessions.add(date + session);
      }
      if (sessions.size > sessionsAttended) found.push({ record });
    }
    return found;
  },
});
