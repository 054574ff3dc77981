import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceLateMinutes } from './attendance-late-minutes.js';

proveRule(attendanceLateMinutes, {
  fails: {
    'present a minute late': aMark({ minutesLate: 1 }),
  },
  passes: {
    late: aMark({ code: 'L', minutesLate: 5 }),
    'late after the register closed': aMark({ code: 'U', minutesLate: 45 }),
    nought: aMark({ minutesLate: 0 }),
    'not told': aMark(),
  },
});
