import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceMarkOutOfDate } from './attendance-mark-out-of-date.js';

proveRule(attendanceMarkOutOfDate, {
  fails: {
    'an agreed holiday after the reform': aMark({ code: 'H', date: '2024-09-02' }),
    'a new code before the reform': aMark({ code: 'C1', date: '2024-07-01' }),
  },
  passes: {
    'an agreed holiday before it': aMark({ code: 'H', date: '2024-07-01' }),
    'a new code after it': aMark({ code: 'C1', date: '2024-09-02' }),
    'a code of both times': aMark({ code: 'C', date: '2024-07-01' }),
    'an unknown code, which another rule finds': aMark({ code: '*' }),
  },
});
