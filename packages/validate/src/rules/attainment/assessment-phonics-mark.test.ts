import { proveRule } from '../../testing/prove-rule.js';
import { aResult } from '../../testing/samples.js';
import { assessmentPhonicsMark } from './assessment-phonics-mark.js';

proveRule(assessmentPhonicsMark, {
  fails: {
    '41': aResult({ subject: 'PHO', result: '41' }),
  },
  passes: {
    '40': aResult({ subject: 'PHO', result: '40' }),
    'a code': aResult({ subject: 'PHO', result: 'Wa' }),
    'another subject': aResult(),
    none: aResult({ subject: 'PHO', result: undefined }),
  },
});
