import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSumOver } from './attendance-sum-over.js';

proveRule(attendanceSumOver, {
  fails: { 'one too many': anAttendanceSummary({ sessionsAttended: 38 }) },
  passes: {
    'the very sum': anAttendanceSummary(),
    'too many missed, which 2530 finds': anAttendanceSummary({ sessionsAuthorised: 41 }),
    'attended not told': anAttendanceSummary({ sessionsAttended: undefined }),
  },
});
