import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { fundedHoursWithCode } from './5225-funded-hours-code.js';

proveRule(fundedHoursWithCode, {
  fails: {
    'thirty in one': aFundedChild(BORN.three, 'N2', { fundedHours: 30 }),
    'less than none': aFundedChild(BORN.three, 'N2', { fundedHours: -1 }),
  },
  passes: {
    fifteen: aFundedChild(BORN.three, 'N2'),
    'no code': aFundedChild(BORN.three, 'N2', { fundedHours: 30, eligibilityCode: undefined }),
    'hours not told': aFundedChild(BORN.three, 'N2', { fundedHours: undefined }),
  },
});
