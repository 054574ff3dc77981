import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { ulnMissingLeaver } from './1573-uln-missing-leaver.js';

const left = (leavingDate: string | undefined) => anEnrolment({ current: false, leavingDate });

proveRule(ulnMissingLeaver, {
  fails: {
    'left on the fourteenth birthday': [aPupil({ birthDate: '2012-07-17' }), left('2026-07-17')],
    'left twice': [aPupil({ birthDate: '2012-07-17' }), left('2026-07-17'), left('2020-07-17')],
    'a blank ULN': [aPupil({ birthDate: '2010-07-17', uln: ' ' }), left('2026-07-17')],
  },
  passes: {
    'left a day before': [aPupil({ birthDate: '2012-07-18' }), left('2026-07-17')],
    'with a ULN': [aPupil({ birthDate: '2010-07-18', uln: '1234567897' }), left('2026-07-17')],
    'back on the roll': [aPupil({ birthDate: '2010-07-18' }), left('2026-07-17'), anEnrolment({ key: 'b' })],
    'no leaving date': [aPupil({ birthDate: '2010-07-18' }), left(undefined)],
    'no date of birth': [aPupil({ birthDate: undefined }), left('2026-07-17')],
    'no pupil record': left('2026-07-17'),
  },
});
