import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { dualMainTwice } from './dual-main-twice.js';

const school = '8564002';

const both = (a: object, b: object) => [
  aPupil(),
  anEnrolment(a),
  aPupil({ school }),
  anEnrolment({ school, key: 'b', attended: school, ...b }),
];

proveRule(dualMainTwice, {
  fails: {
    'both main': both({ status: 'M' }, { status: 'M' }),
    'leaving on the day': both({ status: 'M' }, { status: 'M', leavingDate: '2026-10-01' }),
  },
  passes: {
    'main and subsidiary': both({ status: 'M' }, { status: 'S' }),
    'one has left': both({ status: 'M' }, { status: 'M', leavingDate: '2026-09-30' }),
  },
});
