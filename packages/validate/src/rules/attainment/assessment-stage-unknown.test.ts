import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentStageUnknown } from './assessment-stage-unknown.js';

proveRule(assessmentStageUnknown, {
  fails: {
    'a word': { records: aResult({ stage: 'Key Stage 2' }), value: 'Key Stage 2' },
  },
  passes: {
    'a listed one': aResult({ stage: 'KS1' }),
    'a well-formed one that is not listed': aResult({ stage: 'ZZ' }),
    none: aResult({ stage: undefined }),
  },
});
