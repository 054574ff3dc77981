import { academicYearOf } from '@rollbook/model';
import { inOrder } from '../../marks.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Fifteen school days of two sessions. */
const SESSIONS = 30;

/** Told once a school year. */
export const attendanceSicknessReturn = pupilRule({
  code: 'attendance-sickness-return',
  title: 'Pupil was ill for fifteen school days of a school year',
  severity: 'info',
  kinds: ['attendance-mark'],
  fields: ['date', 'code'],
  help: 'The school is to tell the council of pupils who are ill for fifteen school days, together or apart.',
  source: ownRule('School Attendance (Pupil Registration) (England) Regulations 2024', 'sickness returns'),
  broken: (group) => {
    const all = group.of('attendance-mark');
    let ill = 0;
    for (const { code } of all) if (code === 'I') ill++;
    if (ill < SESSIONS) return undefined;
    const found: PupilFinding[] = [];
    let year = 0;
    for (const record of inOrder(all)) {
      if (record.code !== 'I') continue;
      const its = academicYearOf(record.date);
      if (its !== year) {
        year = its;
        ill = 0;
      }
      if (++ill === SESSIONS) found.push({ record });
    }
    return found;
  },
});
