import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSummaryYear } from './attendance-summary-year.js';

proveRule(attendanceSummaryYear, {
  fails: {
    'begins in the year before': anAttendanceSummary({ startDate: '2026-08-31' }),
    'ends in the year after': anAttendanceSummary({ startDate: '2026-09-01', endDate: '2027-09-01' }),
  },
  passes: {
    'the whole year': anAttendanceSummary({ startDate: '2026-09-01', endDate: '2027-08-31' }),
    'no dates': anAttendanceSummary(),
    'no year': anAttendanceSummary({ academicYear: undefined, startDate: '2020-09-01' }),
  },
});
