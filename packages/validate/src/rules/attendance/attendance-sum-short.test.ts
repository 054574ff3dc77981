import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSumShort } from './attendance-sum-short.js';

proveRule(attendanceSumShort, {
  fails: { 'one short': anAttendanceSummary({ sessionsAttended: 36 }) },
  passes: {
    'the very sum': anAttendanceSummary(),
    'one figure not told': anAttendanceSummary({ sessionsAttended: 0, sessionsUnauthorised: undefined }),
  },
});
