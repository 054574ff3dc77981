import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnDigits } from './1540-upn-digits.js';

proveRule(upnDigits, {
  fails: {
    'an O in twelve characters': aPupil({ upn: 'A8564O012001' }),
    'an O for a nought': aPupil({ upn: 'A8564O0120017' }),
  },
  passes: { 'a UPN': aPupil(), 'too short to tell, which 1550 finds': aPupil({ upn: 'A856' }) },
});
