import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { eligibilityCode } from './3105-eligibility-code.js';

proveRule(eligibilityCode, {
  fails: {
    'ten digits': anEarlyYearsFunding({ eligibilityCode: '5001234567' }),
    'a digit too many': anEarlyYearsFunding({ eligibilityCode: '500123456789' }),
    letters: anEarlyYearsFunding({ eligibilityCode: '5001234567X' }),
  },
  passes: {
    'eleven digits': anEarlyYearsFunding(),
    none: anEarlyYearsFunding({ eligibilityCode: undefined }),
  },
});
