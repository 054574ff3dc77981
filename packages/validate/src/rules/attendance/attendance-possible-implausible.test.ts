import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendancePossibleImplausible } from './attendance-possible-implausible.js';

proveRule(attendancePossibleImplausible, {
  fails: { 'two years in one': anAttendanceSummary({ sessionsPossible: 760 }) },
  passes: {
    'the longest year': anAttendanceSummary({ sessionsPossible: 440 }),
    'a school year': anAttendanceSummary({ sessionsPossible: 380 }),
    none: anAttendanceSummary({ sessionsPossible: undefined }),
  },
});
