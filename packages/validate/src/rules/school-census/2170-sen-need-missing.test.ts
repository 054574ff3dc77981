import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed, aSenProvision } from '../../testing/samples.js';
import { senNeedMissing } from './2170-sen-need-missing.js';

proveRule(senNeedMissing, {
  fails: {
    'support alone': aSenProvision(),
    'a plan and a need of the past': [aSenProvision({ provision: 'E' }), aSenNeed({ endDate: '2026-07-21' })],
  },
  passes: {
    'support and a need': [aSenProvision(), aSenNeed()],
    'no SEN': aSenProvision({ provision: 'N' }),
    'support that has ended': aSenProvision({ endDate: '2026-07-21' }),
  },
});
