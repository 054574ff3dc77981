import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceLateOverAttended } from './attendance-late-over-attended.js';

proveRule(attendanceLateOverAttended, {
  fails: {
    'one too many': anAttendanceSummary({ sessionsLate: 39 }),
    'no absence told': anAttendanceSummary({ sessionsLate: 38, sessionsUnauthorised: undefined }),
  },
  passes: {
    'the very sum': anAttendanceSummary({ sessionsLate: 38 }),
    'not told': anAttendanceSummary(),
    'attended not told': anAttendanceSummary({ sessionsLate: 50, sessionsAttended: undefined }),
  },
});
