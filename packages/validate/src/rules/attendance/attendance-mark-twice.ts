import type { AttendanceMark } from '@rollbook/model';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** True when each mark stands behind the one before it, as in most files. */
function isAscending(marks: readonly AttendanceMark[]): boolean {
  for (let i = 1; i < marks.length; i++) {
    const [before, mark] = [marks[i - 1] as AttendanceMark, marks[i] as AttendanceMark];
    if (before.date < mark.date) continue;
    if (before.date > mark.date || before.session >= mark.session) return false;
  }
  return true;
}

/** Told once a session; the same mark twice does no harm. */
export const attendanceMarkTwice = pupilRule({
  code: 'attendance-mark-twice',
  title: 'One session has two different marks',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['code', 'date', 'session'],
  help: 'Ask the school which mark is right; lesson marks may have been sent among session marks.',
  source: byDefinition('attendance marks'),
  broken: (group) => {
    const marks = group.of('attendance-mark');
    if (isAscending(marks)) return undefined;
    const codes = new Map<string, string | undefined>();
    const found: PupilFinding[] = [];
    for (const record of marks) {
      const session = record.date + record.session;
      if (!codes.has(session)) {
        codes.set(session, record.code);
        continue;
      }
      const code = codes.get(session);
      if (code === undefined || code === record.code) continue;
      found.push({ record });
      codes.set(session, undefined);
    }
    return found;
  },
});
