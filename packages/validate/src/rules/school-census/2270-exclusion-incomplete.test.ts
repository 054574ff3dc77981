import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionIncomplete } from './2270-exclusion-incomplete.js';

proveRule(exclusionIncomplete, {
  fails: {
    'no start': anExclusion({ startDate: undefined }),
    'no category': { records: anExclusion({ category: undefined }), field: 'category' },
  },
  passes: { both: anExclusion() },
});
