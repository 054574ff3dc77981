import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSumOver } from './attendance-sum-over.js';

proveRule(attendanceSumOver, {
  fails: {
    'one too many': anAttendanceSummary({ sessionsAttended: 38 }),
    'all missed and some attended': anAttendanceSummary({ sessionsAuthorised: 39, sessionsAttended: 1 }),
    'authorised not told': anAttendanceSummary({ sessionsAttended: 40, sessionsAuthorised: undefined }),
    'unauthorised not told': anAttendanceSummary({ sessionsAttended: 40, sessionsUnauthorised: undefined }),
  },
  passes: {
    'the very sum': anAttendanceSummary(),
    'too many missed, which 2530 finds': anAttendanceSummary({ sessionsAuthorised: 41 }),
    'possible not told': anAttendanceSummary({ sessionsPossible: undefined }),
    'attended not told': anAttendanceSummary({ sessionsAttended: undefined }),
  },
});
