import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceSevereAbsence } from './attendance-severe-absence.js';

proveRule(attendanceSevereAbsence, {
  fails: {
    'a half': anAttendanceSummary({ sessionsAuthorised: 19 }),
    'authorised alone': anAttendanceSummary({ sessionsAuthorised: 20, sessionsUnauthorised: undefined }),
  },
  passes: {
    less: anAttendanceSummary({ sessionsAuthorised: 18 }),
    'none possible': anAttendanceSummary({
      sessionsPossible: 0,
      sessionsAuthorised: 0,
      sessionsUnauthorised: 0,
    }),
    'not told': anAttendanceSummary({ sessionsPossible: undefined, sessionsAuthorised: 30 }),
  },
});
