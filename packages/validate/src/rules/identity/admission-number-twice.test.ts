import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { admissionNumberTwice } from './admission-number-twice.js';

const other = aPupil({ key: 'upn:other' });
const ofOther = { pupilKey: 'upn:other', key: 'b' };

proveRule(admissionNumberTwice, {
  fails: { 'two pupils with one number': [aPupil(), anEnrolment(), other, anEnrolment(ofOther)] },
  passes: {
    'one pupil registered twice': [aPupil(), anEnrolment(), anEnrolment({ key: 'b' })],
    'two schools with one number': [
      aPupil(),
      anEnrolment(),
      other,
      anEnrolment({ ...ofOther, school: '8564002' }),
    ],
    'two without a number': [
      aPupil(),
      anEnrolment({ admissionNumber: '' }),
      other,
      anEnrolment({ ...ofOther, admissionNumber: '' }),
    ],
  },
});
