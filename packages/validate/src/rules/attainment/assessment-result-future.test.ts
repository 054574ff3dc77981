import { proveRule } from '../../testing/prove-rule.js';
import { aResult, AS_OF } from '../../testing/samples.js';
import { assessmentResultFuture } from './assessment-result-future.js';

proveRule(assessmentResultFuture, {
  fails: {
    tomorrow: { records: aResult({ resultDate: '2026-10-02' }), value: '2026-10-02' },
    'an actual result': aResult({ resultDate: '2026-10-02', resultStatus: 'R' }),
  },
  passes: {
    today: aResult({ resultDate: AS_OF }),
    'an estimate': aResult({ resultDate: '2027-05-11', resultStatus: 'E' }),
    'a target': aResult({ resultDate: '2027-05-11', resultStatus: 'T' }),
    none: aResult({ resultDate: undefined }),
  },
});
