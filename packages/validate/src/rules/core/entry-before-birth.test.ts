import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { entryBeforeBirth } from './entry-before-birth.js';

proveRule(entryBeforeBirth, {
  fails: { 'one of two': [aPupil(), anEnrolment(), anEnrolment({ key: 'b', entryDate: '2015-05-16' })] },
  passes: {
    'on the day of birth': [aPupil(), anEnrolment({ entryDate: '2015-05-17' })],
    'no date of birth': [aPupil({ birthDate: undefined }), anEnrolment({ entryDate: '1999-01-01' })],
    'no pupil record': anEnrolment({ entryDate: '1999-01-01' }),
  },
});
