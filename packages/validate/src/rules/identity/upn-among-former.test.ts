import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { upnAmongFormer } from './upn-among-former.js';

proveRule(upnAmongFormer, {
  fails: {
    'the second of two': { records: aPupil({ formerUpns: ['OTHER', UPN] }), value: UPN },
  },
  passes: {
    'another one': aPupil({ formerUpns: ['OTHER'] }),
    none: aPupil(),
    'no UPN': aPupil({ upn: undefined, formerUpns: [UPN] }),
  },
});
