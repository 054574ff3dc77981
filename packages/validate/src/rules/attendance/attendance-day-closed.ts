import { attendanceCount } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Closures, blanks and sessions that were not possible may stand on any day. */
export const attendanceDayClosed = recordRule({
  code: 'attendance-day-closed',
  title: 'Attendance is marked on a day when the school is closed',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['date', 'code'],
  help: 'Ask the school for the date of the session, or put the day into the calendar as open.',
  source: byDefinition('attendance marks'),
  broken: ({ code, date, school }, { calendar }) => {
    if (calendar.isSchoolDay(date, school) !== false) return false;
    const count = attendanceCount(code, date);
    return count !== undefined && count !== 'not-possible';
  },
});
