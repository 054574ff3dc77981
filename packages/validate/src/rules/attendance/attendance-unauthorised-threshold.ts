import { epochDay } from '@rollbook/model';
import { inOrder } from '../../marks.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

const SESSIONS = 10;
const WEEKS = 10;

/** Day from which the national framework counts absences. */
const SINCE = '2024-08-19';

/** N is to be replaced once the reason is known. */
function isUnauthorised(code: string, date: string): boolean {
  return (code === 'O' || code === 'G' || code === 'U') && date >= SINCE;
}

/** Told once a stretch. A school week is one in which the pupil has a mark on a day not known as closed. */
export const attendanceUnauthorisedThreshold = pupilRule({
  code: 'attendance-unauthorised-threshold',
  title: 'Pupil missed ten sessions without authority within ten school weeks',
  severity: 'info',
  kinds: ['attendance-mark'],
  fields: ['date', 'code'],
  help: 'At ten sessions within ten school weeks a penalty notice is to be considered.',
  source: ownRule(
    'DfE, Working together to improve school attendance',
    'national threshold for penalty notices',
  ),
  broken: (group, { calendar }) => {
    const all = group.of('attendance-mark');
    let missed = 0;
    for (const { code, date } of all) if (isUnauthorised(code, date)) missed++;
    if (missed < SESSIONS) return undefined;
    const marks = inOrder(all);
    const found: PupilFinding[] = [];
    const recent: number[] = [];
    let week = -1;
    let monday = -1;
    let told = false;
    for (const record of marks) {
      const day = epochDay(record.date);
      const itsMonday = day - ((day + 3) % 7);
      if (itsMonday !== monday && calendar.isSchoolDay(record.date, record.school) !== false) {
        monday = itsMonday;
        week++;
      }
      while (recent[0] !== undefined && week - recent[0] >= WEEKS) recent.shift();
      if (isUnauthorised(record.code, record.date)) recent.push(week);
      if (recent.length < SESSIONS) told = false;
      else if (!told) {
        told = true;
        found.push({ record });
      }
    }
    return found;
  },
});
