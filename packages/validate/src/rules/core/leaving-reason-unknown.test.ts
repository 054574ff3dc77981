import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { leavingReasonUnknown } from './leaving-reason-unknown.js';

proveRule(leavingReasonUnknown, {
  fails: { 'words for a code': anEnrolment({ leavingReason: 'Moved house' }) },
  passes: { 'a code': anEnrolment({ leavingReason: 'ST' }), none: anEnrolment() },
});
