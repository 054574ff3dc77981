import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { attendanceCountNegative } from './attendance-count-negative.js';

proveRule(attendanceCountNegative, {
  fails: {
    'fewer than none late': {
      records: anAttendanceSummary({ sessionsLate: -2 }),
      field: 'sessionsLate',
      value: '-2',
    },
  },
  passes: { none: anAttendanceSummary({ sessionsAttended: 0 }), some: anAttendanceSummary() },
});
