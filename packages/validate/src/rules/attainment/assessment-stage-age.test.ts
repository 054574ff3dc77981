import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, aResult } from '../../testing/samples.js';
import { assessmentStageAge } from './assessment-stage-age.js';

proveRule(assessmentStageAge, {
  fails: {
    'too young': [aPupil(), aResult({ resultDate: '2022-05-16' })],
    'too old': [aPupil(), aResult({ resultDate: '2028-05-17' })],
    'key stage 1 at ten': [aPupil(), aResult({ stage: 'KS1', resultDate: '2025-05-17' })],
    'key stage 4 at eleven': [aPupil(), aResult({ stage: 'KS4', resultDate: '2027-05-16' })],
    'the profile at seven': [aPupil(), aResult({ stage: 'EYF', resultDate: '2022-05-17' })],
  },
  passes: {
    'the youngest': [aPupil(), aResult({ resultDate: '2022-05-17' })],
    'the oldest': [aPupil(), aResult({ resultDate: '2028-05-16' })],
    'key stage 4 at twelve': [aPupil(), aResult({ stage: 'KS4', resultDate: '2027-05-17' })],
    'another stage': [aPupil(), aResult({ stage: 'Y03' })],
    'no stage': [aPupil(), aResult({ stage: undefined })],
    'no date': [aPupil(), aResult({ resultDate: undefined })],
    'no birth date': [aPupil({ birthDate: undefined }), aResult({ resultDate: '2040-01-01' })],
    'before birth, which another rule finds': [aPupil(), aResult({ resultDate: '2010-01-01' })],
  },
});
