import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { eligibilityCode } from './3105-eligibility-code.js';

proveRule(eligibilityCode, {
  fails: {
    'ten digits': anEarlyYearsFunding({ eligibilityCode: '5001234567' }),
    letters: anEarlyYearsFunding({ eligibilityCode: '5001234567X' }),
  },
  passes: {
    'eleven digits': anEarlyYearsFunding(),
    none: anEarlyYearsFunding({ eligibilityCode: undefined }),
  },
});
