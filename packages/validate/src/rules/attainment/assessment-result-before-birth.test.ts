import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, aResult } from '../../testing/samples.js';
import { assessmentResultBeforeBirth } from './assessment-result-before-birth.js';

proveRule(assessmentResultBeforeBirth, {
  fails: {
    'the day before': { records: [aPupil(), aResult({ resultDate: '2015-05-16' })], value: '2015-05-16' },
  },
  passes: {
    'the very day': [aPupil(), aResult({ resultDate: '2015-05-17' })],
    'no date': [aPupil(), aResult({ resultDate: undefined })],
    'no birth date': [aPupil({ birthDate: undefined }), aResult({ resultDate: '2000-01-01' })],
    'no pupil': aResult({ resultDate: '2000-01-01' }),
  },
});
