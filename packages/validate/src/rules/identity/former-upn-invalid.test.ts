import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { formerUpnInvalid } from './former-upn-invalid.js';

proveRule(formerUpnInvalid, {
  fails: {
    'the second of two is short': { records: aPupil({ formerUpns: [UPN, 'A1'] }), value: 'A1' },
  },
  passes: { none: aPupil(), 'one that is right': aPupil({ formerUpns: [UPN] }) },
});
