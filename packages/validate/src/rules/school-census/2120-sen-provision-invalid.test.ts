import { proveRule } from '../../testing/prove-rule.js';
import { aSenProvision } from '../../testing/samples.js';
import { senProvisionInvalid } from './2120-sen-provision-invalid.js';

proveRule(senProvisionInvalid, {
  fails: {
    missing: aSenProvision({ provision: undefined }),
    'a word for a code': aSenProvision({ provision: 'EHCP' }),
  },
  passes: {
    'SEN support': aSenProvision(),
    'school action of old': aSenProvision({ provision: 'A', startDate: '2011-09-01' }),
  },
});
