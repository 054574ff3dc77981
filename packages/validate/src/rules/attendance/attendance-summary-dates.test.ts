import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSummaryDates } from './attendance-summary-dates.js';

proveRule(attendanceSummaryDates, {
  fails: {
    'the day before': anAttendanceSummary({ startDate: '2026-09-02', endDate: '2026-09-01' }),
  },
  passes: {
    'one day': anAttendanceSummary({ startDate: '2026-09-02', endDate: '2026-09-02' }),
    open: anAttendanceSummary({ startDate: '2026-09-02' }),
    'no start': anAttendanceSummary({ endDate: '2026-09-02' }),
  },
});
