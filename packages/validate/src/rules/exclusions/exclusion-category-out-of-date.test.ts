import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionCategoryOutOfDate } from './exclusion-category-out-of-date.js';

proveRule(exclusionCategoryOutOfDate, {
  fails: {
    'the old code today': anExclusion({ category: 'FIXD' }),
    'the new code before': anExclusion({ startDate: '2021-08-31' }),
  },
  passes: {
    'the old code before': anExclusion({ category: 'FIXD', startDate: '2021-08-31' }),
    today: anExclusion(),
    'a start that is no date': anExclusion({ startDate: '14/09/2026' }),
    'no category': anExclusion({ category: undefined }),
    'no start': anExclusion({ category: 'FIXD', startDate: undefined }),
  },
});
