import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { leavingBeforeEntry } from './1920-leaving-before-entry.js';

proveRule(leavingBeforeEntry, {
  fails: { 'the day before': anEnrolment({ entryDate: '2026-09-01', leavingDate: '2026-08-31' }) },
  passes: {
    'the same day': anEnrolment({ entryDate: '2026-09-01', leavingDate: '2026-09-01' }),
    'no leaving date': anEnrolment(),
    'no entry date': anEnrolment({ entryDate: undefined, leavingDate: '2026-08-31' }),
  },
});
