import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { upnTemporaryKept } from './upn-temporary-kept.js';

const upn = formatUpn({ la: 856, establishment: 4001, year: 24, serial: 3, letter: 'A' });

proveRule(upnTemporaryKept, {
  fails: {
    'a permanent former one': aPupil({ upn, formerUpns: [UPN] }),
  },
  passes: {
    'no UPN': aPupil({ upn: undefined, formerUpns: [UPN] }),
    'none known': aPupil({ upn }),
    'the other way round': aPupil({ formerUpns: [upn] }),
    'two temporary ones': aPupil({ upn, formerUpns: [upn] }),
    'a former one that is no UPN': aPupil({ upn, formerUpns: ['A1'] }),
  },
});
