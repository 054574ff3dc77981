import { proveRule } from '../../testing/prove-rule.js';
import { aSenProvision } from '../../testing/samples.js';
import { senStatement } from './2115-sen-statement.js';

proveRule(senStatement, {
  fails: { 'a statement without an end': aSenProvision({ provision: 'S', startDate: '2012-01-01' }) },
  passes: {
    'one that ended in time': aSenProvision({
      provision: 'S',
      startDate: '2012-01-01',
      endDate: '2018-03-31',
    }),
    'a plan': aSenProvision({ provision: 'E' }),
  },
});
