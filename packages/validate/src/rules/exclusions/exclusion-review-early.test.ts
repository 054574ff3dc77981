import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionReviewEarly } from './exclusion-review-early.js';

proveRule(exclusionReviewEarly, {
  fails: {
    'the day before': {
      records: anExclusion({ reviews: [{ body: 'GB' }, { date: '2026-09-13' }] }),
      value: '2026-09-13',
    },
  },
  passes: {
    'the same day': anExclusion({ reviews: [{ date: '2026-09-14' }] }),
    'no date': anExclusion({ reviews: [{ body: 'GB' }] }),
    'no review': anExclusion(),
    'no start': anExclusion({ startDate: undefined, reviews: [{ date: '2026-09-13' }] }),
  },
});
