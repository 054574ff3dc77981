import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnDigits } from './1540-upn-digits.js';

proveRule(upnDigits, {
  fails: {
    'an O in twelve characters': aPupil({ upn: 'A8564O012001' }),
    'an O in character 5': aPupil({ upn: 'A856O40120017' }),
    'an O for a nought': aPupil({ upn: 'A8564O0120017' }),
  },
  passes: {
    'a UPN': aPupil(),
    'no UPN': aPupil({ upn: undefined }),
    'letters for the LA, which 1530 finds': aPupil({ upn: 'AXYZ400120017' }),
    'too short to tell, which 1550 finds': aPupil({ upn: 'A856' }),
  },
});
