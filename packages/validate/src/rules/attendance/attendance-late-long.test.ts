import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceLateLong } from './attendance-late-long.js';

proveRule(attendanceLateLong, {
  fails: {
    'a minute too long': aMark({ code: 'L', minutesLate: 241 }),
  },
  passes: {
    'the very limit': aMark({ code: 'U', minutesLate: 240 }),
    'not told': aMark({ code: 'L' }),
  },
});
