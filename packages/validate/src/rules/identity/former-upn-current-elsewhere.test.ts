import { formatUpn } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, UPN } from '../../testing/samples.js';
import { formerUpnCurrentElsewhere } from './former-upn-current-elsewhere.js';

const school = '8564002';
const [second, third] = [18, 19].map((serial) =>
  formatUpn({ la: 856, establishment: 4001, year: 20, serial }),
) as [string, string];
/** Right but for its check letter. */
const wrong = (UPN.startsWith('A') ? 'B' : 'A') + UPN.slice(1);

proveRule(formerUpnCurrentElsewhere, {
  fails: {
    'the pupil who has it now comes first': {
      records: [aPupil(), aPupil({ key: 'b', upn: second, formerUpns: [UPN] })],
      value: UPN,
      field: 'formerUpns',
    },
    'the pupil who has it now comes last': {
      records: [aPupil({ key: 'b', upn: second, formerUpns: [UPN] }), aPupil()],
      value: UPN,
      field: 'upn',
    },
    'as the second of two former ones, with a pupil between': {
      records: [
        aPupil(),
        aPupil({ key: 'b', upn: second }),
        aPupil({ key: 'c', upn: undefined, formerUpns: [third, UPN] }),
      ],
      value: UPN,
    },
    'the second of two former ones comes first': {
      records: [aPupil({ key: 'b', upn: third, formerUpns: [second, UPN] }), aPupil()],
      field: 'upn',
    },
    'two who have each other’s': {
      records: [aPupil({ formerUpns: [second] }), aPupil({ key: 'b', upn: second, formerUpns: [UPN] })],
      field: 'formerUpns',
      value: UPN,
    },
    'of no known school': [
      aPupil({ school: undefined }),
      aPupil({ school: undefined, key: 'b', upn: second, formerUpns: [UPN] }),
    ],
    'two pupils who had it before': {
      records: [
        aPupil(),
        aPupil({ key: 'b', upn: second, formerUpns: [UPN] }),
        aPupil({ key: 'c', upn: third, formerUpns: [UPN] }),
      ],
      count: 2,
    },
  },
  passes: {
    'its own, which another rule tells': aPupil({ formerUpns: [UPN] }),
    'a former one that nobody has': [aPupil(), aPupil({ key: 'b', upn: second, formerUpns: [third] })],
    'the pupil who has it is at another school, first': [
      aPupil(),
      aPupil({ school, key: 'b', upn: second, formerUpns: [UPN] }),
    ],
    'the pupil who has it is at another school, last': [
      aPupil({ school, key: 'b', upn: second, formerUpns: [UPN] }),
      aPupil(),
    ],
    'two who had one before': [
      aPupil({ formerUpns: [third] }),
      aPupil({ key: 'b', upn: second, formerUpns: [third] }),
    ],
    'one UPN of two pupils, which another rule tells': [aPupil(), aPupil({ key: 'b' })],
    'one that is malformed, the pupil who has it first': [
      aPupil({ upn: wrong }),
      aPupil({ key: 'b', upn: second, formerUpns: [wrong] }),
    ],
    'one that is malformed, the pupil who has it last': [
      aPupil({ key: 'b', upn: second, formerUpns: [wrong] }),
      aPupil({ upn: wrong }),
    ],
    'a malformed former one that is else like the current one, first': [
      aPupil(),
      aPupil({ key: 'b', upn: second, formerUpns: [wrong] }),
    ],
    'a malformed former one that is else like the current one, last': [
      aPupil({ key: 'b', upn: second, formerUpns: [wrong] }),
      aPupil(),
    ],
    'a malformed current one that is else like the former one': [
      aPupil({ key: 'b', upn: second, formerUpns: [UPN] }),
      aPupil({ upn: wrong }),
    ],
    'a malformed current one that is else like the former one, first': [
      aPupil({ upn: wrong }),
      aPupil({ key: 'b', upn: second, formerUpns: [UPN] }),
    ],
  },
});
