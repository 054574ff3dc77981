import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionReviewCode } from './exclusion-review-code.js';

proveRule(exclusionReviewCode, {
  fails: {
    'a body': { records: anExclusion({ reviews: [{ body: 'Head' }] }), value: 'Head' },
    'a result': { records: anExclusion({ reviews: [{ body: 'GB', result: 'YES' }] }), value: 'YES' },
  },
  passes: {
    'both known': anExclusion({ reviews: [{ body: 'IRP', result: 'INO' }] }),
    'neither told': anExclusion({ reviews: [{}] }),
    'no review': anExclusion(),
  },
});
