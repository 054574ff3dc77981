import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { partTimeAge } from './1940-part-time-age.js';

proveRule(partTimeAge, {
  fails: {
    'five on 31 August': [aPupil({ birthDate: '2021-08-31' }), anEnrolment({ partTime: true })],
    'fifteen on 31 August': [aPupil({ birthDate: '2010-09-01' }), anEnrolment({ partTime: true })],
  },
  passes: {
    'five on 1 September': [aPupil({ birthDate: '2021-09-01' }), anEnrolment({ partTime: true })],
    'sixteen on 31 August': [aPupil({ birthDate: '2010-08-31' }), anEnrolment({ partTime: true })],
    'full-time': [aPupil(), anEnrolment()],
    'a school before': [aPupil(), anEnrolment({ partTime: true, current: false })],
    'no date of birth': [aPupil({ birthDate: undefined }), anEnrolment({ partTime: true })],
  },
});
