import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { upnCheckLetter } from './1510-upn-check-letter.js';

const wrong = (UPN.startsWith('A') ? 'B' : 'A') + UPN.slice(1);

proveRule(upnCheckLetter, {
  fails: {
    'another letter': { records: aPupil({ upn: wrong }), value: wrong },
    'a digit in place of the letter': aPupil({ upn: '1' + UPN.slice(1) }),
    'a letter that is never a check letter': aPupil({ upn: 'I' + UPN.slice(1) }),
  },
  passes: {
    'a permanent UPN': aPupil(),
    'a temporary UPN': aPupil({
      upn: formatUpn({ la: 856, establishment: 4001, year: 24, serial: 3, letter: 'Q' }),
    }),
    'no UPN': aPupil({ upn: undefined }),
    'a character too many before': aPupil({ upn: 'A' + wrong }),
    'a character too many behind': aPupil({ upn: wrong + 'A' }),
    'a body that is malformed': aPupil({ upn: 'A85640X120017' }),
  },
});
