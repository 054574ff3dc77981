import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, anExclusion } from '../../testing/samples.js';
import { exclusionAfterLeaving } from './2303-exclusion-after-leaving.js';

const left = anEnrolment({ leavingDate: '2026-09-11' });

proveRule(exclusionAfterLeaving, {
  fails: {
    'three days later': [left, anExclusion()],
    'of a pupil who was here before': [left, anEnrolment({ key: 'b', current: false }), anExclusion()],
  },
  passes: {
    'the last day': [left, anExclusion({ startDate: '2026-09-11' })],
    'still on the roll': [anEnrolment(), anExclusion()],
    'on the roll again': [left, anEnrolment({ key: 'b', entryDate: '2026-09-14' }), anExclusion()],
    'from another school': [left, anExclusion({ attended: '8564002' })],
    'no registration in the file': anExclusion(),
  },
});
