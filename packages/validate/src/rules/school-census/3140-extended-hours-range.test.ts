import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { extendedHoursRange } from './3140-extended-hours-range.js';

proveRule(extendedHoursRange, {
  fails: {
    'over 15': aFundedChild(BORN.three, 'N2', { extendedHours: 15.25 }),
    'less than none': aFundedChild(BORN.four, 'N2', { extendedHours: -1 }),
    missing: aFundedChild(BORN.three, 'N2', { extendedHours: undefined }),
  },
  passes: {
    fifteen: aFundedChild(BORN.three, 'N2'),
    none: aFundedChild(BORN.three, 'N2', { extendedHours: 0 }),
    'no code': aFundedChild(BORN.three, 'N2', { extendedHours: 20, eligibilityCode: undefined }),
    two: aFundedChild(BORN.two, 'N1', { extendedHours: undefined }),
  },
});
