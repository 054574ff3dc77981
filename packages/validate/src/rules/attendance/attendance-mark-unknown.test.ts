import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceMarkUnknown } from './attendance-mark-unknown.js';

proveRule(attendanceMarkUnknown, {
  fails: { 'a school’s own code': aMark({ code: '*' }), 'a small letter': aMark({ code: 'i' }) },
  passes: {
    present: aMark(),
    'a code of two characters': aMark({ code: 'Y5' }),
    'no mark': aMark({ code: '-' }),
    'a code of before': aMark({ code: 'H' }),
  },
});
