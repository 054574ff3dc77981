import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed, aSenProvision } from '../../testing/samples.js';
import { senNeedWithoutSen } from './2125-sen-need-without-sen.js';

proveRule(senNeedWithoutSen, {
  fails: {
    'no SEN and a need': [aSenProvision({ provision: 'N' }), aSenNeed()],
    'support that has ended': [
      aSenProvision({ provision: 'K', startDate: '2022-09-01' }),
      aSenProvision({ key: 'b', provision: 'N', startDate: '2025-09-01' }),
      aSenNeed(),
    ],
  },
  passes: {
    'support and a need': [aSenProvision(), aSenNeed()],
    'no SEN and a need of the past': [aSenProvision({ provision: 'N' }), aSenNeed({ endDate: '2025-08-31' })],
    'no provision in the file': aSenNeed(),
    'no SEN': aSenProvision({ provision: 'N' }),
  },
});
