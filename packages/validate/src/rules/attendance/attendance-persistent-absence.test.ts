import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendancePersistentAbsence } from './attendance-persistent-absence.js';

proveRule(attendancePersistentAbsence, {
  fails: {
    'a tenth': anAttendanceSummary({ sessionsAuthorised: 3 }),
    'just below a half': anAttendanceSummary({ sessionsAuthorised: 18 }),
    'unauthorised alone': anAttendanceSummary({ sessionsAuthorised: undefined, sessionsUnauthorised: 4 }),
  },
  passes: {
    less: anAttendanceSummary(),
    'a half, which another rule tells': anAttendanceSummary({ sessionsAuthorised: 19 }),
    'none possible': anAttendanceSummary({ sessionsPossible: 0 }),
    'not told': anAttendanceSummary({ sessionsPossible: undefined, sessionsAuthorised: 9 }),
  },
});
