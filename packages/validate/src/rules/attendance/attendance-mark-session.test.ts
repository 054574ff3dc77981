import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceMarkSession } from './attendance-mark-session.js';

proveRule(attendanceMarkSession, {
  fails: { '/ in the afternoon': aMark({ session: 'PM' }), '\\ in the morning': aMark({ code: '\\' }) },
  passes: {
    '/ in the morning': aMark(),
    '\\ in the afternoon': aMark({ code: '\\', session: 'PM' }),
    late: aMark({ code: 'L', session: 'PM' }),
  },
});
