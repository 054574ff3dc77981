import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionReason } from './2280-exclusion-reason.js';

proveRule(exclusionReason, {
  fails: {
    none: anExclusion({ reasons: undefined }),
    'an empty list': anExclusion({ reasons: [] }),
    'the second is a word': { records: anExclusion({ reasons: ['PP', 'Fighting'] }), value: 'Fighting' },
  },
  passes: { one: anExclusion(), three: anExclusion({ reasons: ['PP', 'VA', 'DM'] }) },
});
