import { proveRule } from '../../testing/prove-rule.js';
import { aMark, AS_OF } from '../../testing/samples.js';
import { attendanceMarkFuture } from './attendance-mark-future.js';

proveRule(attendanceMarkFuture, {
  fails: {
    'present tomorrow': aMark({ date: '2026-10-02' }),
    'a visit next week': aMark({ date: '2026-10-08', code: 'V' }),
  },
  passes: {
    'present today': aMark({ date: AS_OF }),
    'an operation next week': aMark({ date: '2026-10-08', code: 'M' }),
    'a closure next week': aMark({ date: '2026-10-08', code: '#' }),
  },
});
