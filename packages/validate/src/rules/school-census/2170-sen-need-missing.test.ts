import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed, aSenProvision } from '../../testing/samples.js';
import { senNeedMissing } from './2170-sen-need-missing.js';

proveRule(senNeedMissing, {
  fails: {
    'support alone': aSenProvision(),
    'a statement': aSenProvision({ provision: 'S' }),
    'a need of no code': [aSenProvision(), aSenNeed({ need: undefined })],
    'a plan and a need of the past': [aSenProvision({ provision: 'E' }), aSenNeed({ endDate: '2026-07-21' })],
  },
  passes: {
    'support and a need': [aSenProvision(), aSenNeed()],
    'provision not told': aSenProvision({ provision: undefined }),
    'no SEN': aSenProvision({ provision: 'N' }),
    'support that has ended': aSenProvision({ endDate: '2026-07-21' }),
  },
});
