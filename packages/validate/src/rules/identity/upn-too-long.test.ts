import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { upnTooLong } from './upn-too-long.js';

proveRule(upnTooLong, {
  fails: { 'fourteen characters': aPupil({ upn: UPN + '1' }) },
  passes: { thirteen: aPupil(), none: aPupil({ upn: undefined }) },
});
