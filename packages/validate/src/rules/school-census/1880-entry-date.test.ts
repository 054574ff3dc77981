import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, AS_OF } from '../../testing/samples.js';
import { entryDate } from './1880-entry-date.js';

proveRule(entryDate, {
  fails: {
    missing: anEnrolment({ entryDate: undefined }),
    'a pupil who is still to come': anEnrolment({ entryDate: '2026-11-02' }),
  },
  passes: {
    today: anEnrolment({ entryDate: AS_OF }),
    'school history': anEnrolment({ current: false, entryDate: undefined }),
  },
});
