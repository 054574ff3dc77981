import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceCodeInvalid } from './2475-attendance-code-invalid.js';

proveRule(attendanceCodeInvalid, {
  fails: { 'a word': { records: anAttendanceSummary({ sessionsByCode: { I: 2, Ill: 1 } }), value: 'Ill' } },
  passes: {
    codes: anAttendanceSummary({ sessionsByCode: { I: 2, O: 1 } }),
    none: anAttendanceSummary(),
    'not by code': anAttendanceSummary({ sessionsByCode: undefined }),
  },
});
