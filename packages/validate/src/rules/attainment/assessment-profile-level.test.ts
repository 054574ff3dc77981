import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentProfileLevel } from './assessment-profile-level.js';

proveRule(assessmentProfileLevel, {
  fails: {
    '4': aResult({ stage: 'EYF', result: '4' }),
  },
  passes: {
    '3': aResult({ stage: 'EYF', result: '3' }),
    'a code': aResult({ stage: 'EYF', result: 'A' }),
    'another stage': aResult(),
    none: aResult({ stage: 'EYF', result: undefined }),
  },
});
