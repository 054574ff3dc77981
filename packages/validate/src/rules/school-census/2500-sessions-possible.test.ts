import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { sessionsPossible } from './2500-sessions-possible.js';

proveRule(sessionsPossible, {
  fails: {
    'less than none': { records: anAttendanceSummary({ sessionsPossible: -1 }), value: '-1' },
    missing: { records: anAttendanceSummary({ sessionsPossible: undefined }), severity: 'query' },
  },
  passes: { none: anAttendanceSummary({ sessionsPossible: 0 }), some: anAttendanceSummary() },
});
