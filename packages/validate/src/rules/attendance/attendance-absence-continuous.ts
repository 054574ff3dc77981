import { attendanceCount } from '@rollbook/model';
import { inOrder } from '../../marks.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Ten school days of two sessions. */
const SESSIONS = 20;

/** Told once a stretch; sessions that were not possible neither add to it nor end it. */
export const attendanceAbsenceContinuous = pupilRule({
  code: 'attendance-absence-continuous',
  title: 'Pupil was away for ten school days on end without authority',
  severity: 'info',
  kinds: ['attendance-mark'],
  fields: ['date', 'code'],
  help: 'The school is to tell the council of ten school days of unauthorised absence on end.',
  source: ownRule(
    'School Attendance (Pupil Registration) (England) Regulations 2024',
    'returns to the local authority',
  ),
  broken: (group) => {
    const all = group.of('attendance-mark');
    let missed = 0;
    for (const { code, date } of all) if (attendanceCount(code, date) === 'unauthorised') missed++;
    if (missed < SESSIONS) return undefined;
    const found: PupilFinding[] = [];
    let run = 0;
    for (const record of inOrder(all)) {
      const count = attendanceCount(record.code, record.date);
      if (count === 'unauthorised') {
        if (++run === SESSIONS) found.push({ record });
      } else if (count === 'attended' || count === 'authorised') run = 0;
    }
    return found;
  },
});
