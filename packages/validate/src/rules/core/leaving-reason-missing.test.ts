import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { leavingReasonMissing } from './leaving-reason-missing.js';

proveRule(leavingReasonMissing, {
  fails: {
    'who leaves today': anEnrolment({ leavingDate: '2026-10-01' }),
    'a leaver': anEnrolment({ leavingDate: '2026-09-30' }),
  },
  passes: {
    'a reason': anEnrolment({ leavingDate: '2026-09-30', leavingReason: 'ST' }),
    'not left yet': anEnrolment({ leavingDate: '2027-07-21' }),
    'school history': anEnrolment({ current: false, leavingDate: '2020-07-21' }),
  },
});
