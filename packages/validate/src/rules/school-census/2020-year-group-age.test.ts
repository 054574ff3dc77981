import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { yearGroupTwoOff } from './2020-year-group-age.js';

proveRule(yearGroupTwoOff, {
  fails: {
    'two years ahead': [aPupil(), anEnrolment({ yearGroup: '9' })],
    'two years behind': [aPupil(), anEnrolment({ yearGroup: '5' })],
  },
  passes: {
    'one year ahead': [aPupil(), anEnrolment({ yearGroup: '8' })],
    'the year of the age': [aPupil(), anEnrolment()],
    'a school before': [aPupil(), anEnrolment({ yearGroup: '2', current: false })],
    'no date of birth': [aPupil({ birthDate: undefined }), anEnrolment({ yearGroup: '2' })],
    'no pupil record': anEnrolment({ yearGroup: '2' }),
  },
});
