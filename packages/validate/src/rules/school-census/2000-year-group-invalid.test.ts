import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { yearGroupInvalid } from './2000-year-group-invalid.js';

proveRule(yearGroupInvalid, {
  fails: {
    'with a leading nought': anEnrolment({ yearGroup: '07' }),
    'a year beyond the last': anEnrolment({ yearGroup: '15' }),
    missing: { records: anEnrolment({ yearGroup: undefined }), severity: 'info' },
  },
  passes: {
    'year 7': anEnrolment(),
    reception: anEnrolment({ yearGroup: 'R' }),
    'school history': anEnrolment({ current: false, yearGroup: undefined }),
  },
});
