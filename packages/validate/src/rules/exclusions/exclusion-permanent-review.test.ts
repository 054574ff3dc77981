import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionPermanentReview } from './exclusion-permanent-review.js';

proveRule(exclusionPermanentReview, {
  fails: {
    'fifteen school days ago': anExclusion({ category: 'PERM', startDate: '2026-09-09' }),
    'an empty list': anExclusion({ category: 'PERM', startDate: '2026-06-01', reviews: [] }),
  },
  passes: {
    'the last day': anExclusion({ category: 'PERM', startDate: '2026-09-10' }),
    reviewed: anExclusion({ category: 'PERM', startDate: '2026-06-01', reviews: [{ body: 'GB' }] }),
    'a suspension': anExclusion({ startDate: '2026-06-01' }),
    'no start': anExclusion({ category: 'PERM', startDate: undefined }),
  },
});
