import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anAttendanceSummary } from '../../testing/samples.js';
import { attendanceMarksOverSummary } from './attendance-marks-over-summary.js';

proveRule(attendanceMarksOverSummary, {
  fails: {
    'one too many': [
      anAttendanceSummary({ startDate: '2026-09-21', endDate: '2026-09-21', sessionsAttended: 1 }),
      aMark(),
      aMark({ session: 'PM', code: 'L' }),
    ],
  },
  passes: {
    'the very sum': [
      anAttendanceSummary({ startDate: '2026-09-21', endDate: '2026-09-21', sessionsAttended: 1 }),
      aMark(),
      aMark({ key: 'again' }),
      aMark({ session: 'PM', code: 'I' }),
    ],
    'the day before': [
      anAttendanceSummary({ startDate: '2026-09-22', endDate: '2026-09-23', sessionsAttended: 0 }),
      aMark(),
    ],
    'the day after': [
      anAttendanceSummary({ startDate: '2026-09-01', endDate: '2026-09-20', sessionsAttended: 0 }),
      aMark(),
    ],
    'no dates': [anAttendanceSummary({ sessionsAttended: 0 }), aMark()],
    'no end': [anAttendanceSummary({ startDate: '2026-09-01', sessionsAttended: 0 }), aMark()],
    'not told': [
      anAttendanceSummary({ startDate: '2026-09-01', endDate: '2026-09-30', sessionsAttended: undefined }),
      aMark(),
    ],
    'of another school': [
      anAttendanceSummary({
        startDate: '2026-09-01',
        endDate: '2026-09-30',
        sessionsAttended: 0,
        attended: '8564002',
      }),
      aMark(),
    ],
  },
});
