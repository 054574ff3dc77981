import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { dualMainMissing } from './dual-main-missing.js';

const school = '8564002';

const both = (a: object, b: object) => [
  aPupil(),
  anEnrolment(a),
  aPupil({ school }),
  anEnrolment({ school, key: 'b', attended: school, ...b }),
];

proveRule(dualMainMissing, {
  fails: {
    'both subsidiary': both({ status: 'S' }, { status: 'S' }),
    'subsidiary and single': both({}, { status: 'S' }),
  },
  passes: {
    'main and subsidiary': both({ status: 'M' }, { status: 'S' }),
    'one has left': both({ status: 'S' }, { status: 'S', leavingDate: '2026-09-30' }),
    'two guests': both({ status: 'G' }, { status: 'G' }),
  },
});
