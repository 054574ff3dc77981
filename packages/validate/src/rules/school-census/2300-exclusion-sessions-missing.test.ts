import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionSessionsMissing } from './2300-exclusion-sessions-missing.js';

proveRule(exclusionSessionsMissing, {
  fails: {
    missing: anExclusion({ sessions: undefined }),
    'none at all': anExclusion({ sessions: 0 }),
    'the older code': anExclusion({ category: 'FIXD', sessions: undefined }),
    'a lunchtime': anExclusion({ category: 'LNCH', sessions: undefined }),
  },
  passes: { four: anExclusion(), permanent: anExclusion({ category: 'PERM', sessions: undefined }) },
});
