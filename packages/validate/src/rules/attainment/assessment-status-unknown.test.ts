import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentStatusUnknown } from './assessment-status-unknown.js';

proveRule(assessmentStatusUnknown, {
  fails: {
    'a word': { records: aResult({ resultStatus: 'final' }), value: 'final' },
  },
  passes: {
    'a listed one': aResult({ resultStatus: 'T' }),
    none: aResult({ resultStatus: undefined }),
  },
});
