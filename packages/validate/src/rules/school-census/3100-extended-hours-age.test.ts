import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { extendedHoursAge } from './3100-extended-hours-age.js';

proveRule(extendedHoursAge, {
  fails: {
    two: aFundedChild(BORN.two, 'N1'),
    'four in reception': aFundedChild(BORN.four, 'R'),
    five: aFundedChild(BORN.five, 'N2'),
  },
  passes: {
    three: aFundedChild(BORN.three, 'N2'),
    'four in a nursery year': aFundedChild(BORN.four, 'N1'),
    'four, year not told': aFundedChild(BORN.four, undefined),
    'no hours': aFundedChild(BORN.two, 'N1', { extendedHours: 0 }),
    'not told': aFundedChild(BORN.two, 'N1', { extendedHours: undefined }),
  },
});
