import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentResultNotNumber } from './assessment-result-not-number.js';

proveRule(assessmentResultNotNumber, {
  fails: {
    'a word for a score': aResult({ resultQualifier: 'SC', result: 'good' }),
    'a level for a raw mark': aResult({ resultQualifier: 'NR', result: '4b' }),
  },
  passes: {
    'a score': aResult({ resultQualifier: 'SC' }),
    'a decimal': aResult({ resultQualifier: 'NS', result: '98.5' }),
    absent: aResult({ resultQualifier: 'SC', result: 'A' }),
    'a grade': aResult({ resultQualifier: 'EG', result: 'good' }),
    'no kind': aResult({ result: 'good' }),
    none: aResult({ resultQualifier: 'SC', result: undefined }),
    'an empty one, which another rule finds': aResult({ resultQualifier: 'SC', result: '' }),
  },
});
