import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentQualifierUnknown } from './assessment-qualifier-unknown.js';

proveRule(assessmentQualifierUnknown, {
  fails: {
    'a word': { records: aResult({ resultQualifier: 'scaled' }), value: 'scaled' },
  },
  passes: {
    'a listed one': aResult({ resultQualifier: 'SC' }),
    'a well-formed one that is not listed': aResult({ resultQualifier: 'ZZ' }),
    none: aResult({ resultQualifier: undefined }),
  },
});
