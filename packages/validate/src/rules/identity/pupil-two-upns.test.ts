import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { pupilTwoUpns } from './pupil-two-upns.js';

const school = '8564002';

proveRule(pupilTwoUpns, {
  fails: {
    'two UPNs': [aPupil(), aPupil({ school, key: 'b', upn: 'OTHER' })],
  },
  passes: {
    'one UPN': [aPupil(), aPupil({ school })],
    'the second is a former UPN of the first': [
      aPupil({ formerUpns: ['OTHER'] }),
      aPupil({ school, key: 'b', upn: 'OTHER' }),
    ],
    'the first is a former UPN of the second': [
      aPupil(),
      aPupil({ school, key: 'b', upn: 'OTHER', formerUpns: [UPN] }),
    ],
    'one without a UPN': [aPupil({ key: 'a', upn: ' ' }), aPupil({ school })],
  },
});
