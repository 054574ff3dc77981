import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnTemporary } from './upn-temporary.js';

proveRule(upnTemporary, {
  fails: {
    'a letter at the end': aPupil({
      upn: formatUpn({ la: 856, establishment: 4001, year: 24, serial: 3, letter: 'A' }),
    }),
  },
  passes: { 'a permanent UPN': aPupil(), 'no UPN': aPupil({ upn: undefined }) },
});
