import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { enrolmentStatus } from './1860-enrolment-status.js';

proveRule(enrolmentStatus, {
  fails: {
    'a word for a code': anEnrolment({ status: 'Current' }),
    'missing at the sending school': { records: anEnrolment({ status: undefined }), severity: 'info' },
  },
  passes: {
    dual: anEnrolment({ status: 'S' }),
    'school history': anEnrolment({ current: false, status: undefined }),
  },
});
