import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anEnrolment } from '../../testing/samples.js';
import { attendanceDualUnregistered } from './attendance-dual-unregistered.js';

proveRule(attendanceDualUnregistered, {
  fails: {
    'registered here alone': [anEnrolment(), aMark({ code: 'D' })],
    'once registered elsewhere too': [
      anEnrolment(),
      anEnrolment({ key: 'b', status: 'M', current: false }),
      aMark({ code: 'D' }),
    ],
  },
  passes: {
    'main beside a single one': [anEnrolment(), anEnrolment({ key: 'b', status: 'M' }), aMark({ code: 'D' })],
    main: [anEnrolment({ status: 'M' }), aMark({ code: 'D' })],
    subsidiary: [anEnrolment({ status: 'S' }), aMark({ code: 'D' })],
    'no status': [anEnrolment({ status: undefined }), aMark({ code: 'D' })],
    'school history alone': [anEnrolment({ current: false }), aMark({ code: 'D' })],
    'no registration': aMark({ code: 'D' }),
    present: [anEnrolment(), aMark()],
  },
});
