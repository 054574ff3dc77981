import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionReasonsCount } from './exclusion-reasons-count.js';

proveRule(exclusionReasonsCount, {
  fails: {
    four: anExclusion({ reasons: ['PP', 'PA', 'VP', 'VA'] }),
    'one twice': anExclusion({ reasons: ['PP', 'PP'] }),
  },
  passes: { three: anExclusion({ reasons: ['PP', 'PA', 'VP'] }), none: anExclusion({ reasons: undefined }) },
});
