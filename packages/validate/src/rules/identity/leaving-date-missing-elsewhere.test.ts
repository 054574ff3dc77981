import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { leavingDateMissingElsewhere } from './leaving-date-missing-elsewhere.js';

const school = '8564002';

const both = (a: object, b: object) => [
  aPupil(),
  anEnrolment(a),
  aPupil({ school }),
  anEnrolment({ school, key: 'b', attended: school, ...b }),
];

proveRule(leavingDateMissingElsewhere, {
  fails: {
    'the second came later': both({}, { entryDate: '2026-09-02' }),
    'the first came later': both({ entryDate: '2026-09-02' }, {}),
    'twice at the first, told of the second alone': [
      ...both({}, {}),
      anEnrolment({ key: 'c', entryDate: '2026-09-02' }),
    ],
  },
  passes: {
    'on one day': both({}, {}),
    'has left': both({ leavingDate: '2026-09-01' }, { entryDate: '2026-09-02' }),
    dual: both({ status: 'M' }, { status: 'S', entryDate: '2026-09-02' }),
    'no entry date': both({ entryDate: undefined }, { entryDate: '2026-09-02' }),
  },
});
