import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentSubjectUnknown } from './assessment-subject-unknown.js';

proveRule(assessmentSubjectUnknown, {
  fails: {
    'a word': { records: aResult({ subject: 'Maths' }), value: 'Maths' },
  },
  passes: {
    'a listed one': aResult({ subject: 'PHO' }),
    'a well-formed one that is not listed': aResult({ subject: 'ZZ' }),
    none: aResult({ subject: undefined }),
  },
});
