import { proveRule } from '../../testing/prove-rule.js';
import { aResult, AS_OF } from '../../testing/samples.js';
import { assessmentResultFuture } from './assessment-result-future.js';

proveRule(assessmentResultFuture, {
  fails: { tomorrow: aResult({ resultDate: '2026-10-02' }) },
  passes: {
    today: aResult({ resultDate: AS_OF }),
    'a target': aResult({ resultDate: '2027-05-11', resultStatus: 'T' }),
    none: aResult({ resultDate: undefined }),
  },
});
