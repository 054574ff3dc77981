import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, anExclusion } from '../../testing/samples.js';
import { exclusionBeforeEntry } from './exclusion-before-entry.js';

proveRule(exclusionBeforeEntry, {
  fails: {
    'the day before': [anEnrolment({ entryDate: '2026-09-15' }), anExclusion()],
    'of a pupil who was here before': [
      anEnrolment({ entryDate: '2026-09-15' }),
      anEnrolment({ key: 'b', entryDate: '2024-09-02', current: false }),
      anExclusion(),
    ],
  },
  passes: {
    'the day of entry': [anEnrolment({ entryDate: '2026-09-14' }), anExclusion()],
    'from another school': [anEnrolment({ entryDate: '2026-09-15' }), anExclusion({ attended: '8564002' })],
    'entry not told': [anEnrolment({ entryDate: undefined }), anExclusion()],
    'in the other of two': [
      anEnrolment({ entryDate: '2026-09-15' }),
      anEnrolment({ key: 'b', entryDate: '2025-09-01' }),
      anExclusion(),
    ],
    'no registration': anExclusion(),
    'no start': [anEnrolment(), anExclusion({ startDate: undefined })],
  },
});
