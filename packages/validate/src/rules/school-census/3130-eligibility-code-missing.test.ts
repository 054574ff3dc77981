import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { eligibilityCodeMissing } from './3130-eligibility-code-missing.js';

proveRule(eligibilityCodeMissing, {
  fails: {
    three: aFundedChild(BORN.three, 'N2', { eligibilityCode: undefined }),
    'four in a nursery year': aFundedChild(BORN.four, 'N2', { eligibilityCode: ' ' }),
  },
  passes: {
    'with a code': aFundedChild(BORN.three, 'N2'),
    'no extended hours': aFundedChild(BORN.three, 'N2', { eligibilityCode: undefined, extendedHours: 0 }),
    'hours not told': aFundedChild(BORN.three, 'N2', {
      eligibilityCode: undefined,
      extendedHours: undefined,
    }),
    'four in reception': aFundedChild(BORN.four, 'R', { eligibilityCode: undefined }),
  },
});
