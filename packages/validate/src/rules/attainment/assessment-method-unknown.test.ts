import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentMethodUnknown } from './assessment-method-unknown.js';

proveRule(assessmentMethodUnknown, {
  fails: {
    'a word': { records: aResult({ method: 'test' }), value: 'test' },
  },
  passes: {
    'a listed one': aResult({ method: 'TA' }),
    'a well-formed one that is not listed': aResult({ method: 'ZZ' }),
    none: aResult({ method: undefined }),
  },
});
