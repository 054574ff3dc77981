import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentTablesMark } from './assessment-tables-mark.js';

proveRule(assessmentTablesMark, {
  fails: {
    '26': aResult({ resultQualifier: 'MT', result: '26' }),
  },
  passes: {
    '25': aResult({ resultQualifier: 'MT', result: '25' }),
    absent: aResult({ resultQualifier: 'MT', result: 'A' }),
    'another kind of mark': aResult(),
    none: aResult({ resultQualifier: 'MT', result: undefined }),
  },
});
