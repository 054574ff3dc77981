import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { upnLastCharacter } from './1550-upn-last-character.js';

proveRule(upnLastCharacter, {
  fails: {
    'twelve characters': aPupil({ upn: UPN.slice(0, 12) }),
    'a letter that temporary UPNs do not use': aPupil({ upn: UPN.slice(0, 12) + 'S' }),
  },
  passes: {
    'a digit': aPupil(),
    'the letter of a temporary UPN': aPupil({ upn: UPN.slice(0, 12) + 'Z' }),
    'no UPN': aPupil({ upn: undefined }),
    'a blank UPN': aPupil({ upn: '  ' }),
  },
});
