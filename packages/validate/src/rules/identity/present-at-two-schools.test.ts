import { proveRule } from '../../testing/prove-rule.js';
import { aMark, aPupil } from '../../testing/samples.js';
import { presentAtTwoSchools } from './present-at-two-schools.js';

const school = '8564002';

const both = (a: object, b: object) => [aPupil(), aMark(a), aPupil({ school }), aMark({ school, ...b })];

proveRule(presentAtTwoSchools, {
  fails: {
    'present at both': both({}, { code: '\\' }),
    'late at one': both({}, { code: 'L' }),
  },
  passes: {
    'dual, elsewhere': both({}, { code: 'D' }),
    'morning and afternoon': both({}, { session: 'PM' }),
    'two days': both({}, { date: '2026-09-22' }),
    'twice at one school': [...both({}, { code: 'I' }), aMark({ key: 'c' })],
  },
});
