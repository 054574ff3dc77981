import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { singleRegistrationTwice } from './single-registration-twice.js';

const school = '8564002';

const both = (a: object, b: object) => [
  aPupil(),
  anEnrolment(a),
  aPupil({ school }),
  anEnrolment({ school, key: 'b', attended: school, ...b }),
];

proveRule(singleRegistrationTwice, {
  fails: {
    'from one day': both({}, {}),
  },
  passes: {
    'twice at one school': [...both({}, { entryDate: '2026-09-02' }), anEnrolment({ key: 'c' })],
    'one later': both({}, { entryDate: '2026-09-02' }),
    dual: both({ status: 'M' }, { status: 'S' }),
    'has left': both({}, { leavingDate: '2026-09-30' }),
  },
});
