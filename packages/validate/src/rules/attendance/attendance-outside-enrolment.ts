import { type AttendanceMark, attendanceCount } from '@rollbook/model';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

function isEarlier(mark: AttendanceMark, than: AttendanceMark): boolean {
  return mark.date < than.date || (mark.date === than.date && mark.session < than.session);
}

/** Told once a pupil, of the first such session; closures and blanks may stand anywhere. */
export const attendanceOutsideEnrolment = pupilRule({
  code: 'attendance-outside-enrolment',
  title: 'Attendance is marked on a day when the pupil was not on the roll',
  severity: 'query',
  kinds: ['attendance-mark', 'enrolment'],
  fields: ['date'],
  help: 'Ask the school for entry and leaving dates; an earlier registration may be missing from the export.',
  source: byDefinition('attendance marks'),
  broken: (group) => {
    const registered = group.of('enrolment').filter(({ current }) => current === true);
    if (registered.length === 0) return undefined;
    let first: AttendanceMark | undefined;
    for (const mark of group.of('attendance-mark')) {
      const { date, code } = mark;
      const inside = registered.some(
        ({ entryDate, leavingDate }) =>
          (entryDate === undefined || entryDate <= date) &&
          (leavingDate === undefined || date <= leavingDate),
      );
      if (inside || (first !== undefined && !isEarlier(mark, first))) continue;
      const count = attendanceCount(code, date);
      if (count !== undefined && count !== 'not-possible') first = mark;
    }
    return first && { record: first };
  },
});
