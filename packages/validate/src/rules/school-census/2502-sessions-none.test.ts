import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, anEnrolment } from '../../testing/samples.js';
import { sessionsNone } from './2502-sessions-none.js';

const none = anAttendanceSummary({ sessionsPossible: 0 });

proveRule(sessionsNone, {
  fails: {
    'one registration': [none, anEnrolment()],
    'status not told': [none, anEnrolment({ status: undefined })],
  },
  passes: {
    'main of two': [none, anEnrolment({ status: 'M' })],
    'subsidiary of two': [none, anEnrolment({ status: 'S' })],
    'one session': [anAttendanceSummary({ sessionsPossible: 1 }), anEnrolment()],
    'sessions not told': [anAttendanceSummary({ sessionsPossible: undefined }), anEnrolment()],
    'no longer on roll': [none, anEnrolment({ current: false })],
    'no registration': none,
  },
});
