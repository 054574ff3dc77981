import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { fundedHoursReception } from './5170-funded-hours-reception.js';

proveRule(fundedHoursReception, {
  fails: {
    'in reception': aFundedChild(BORN.four, 'R'),
    'an hour': aFundedChild(BORN.four, 'R', { fundedHours: 1 }),
  },
  passes: {
    'in a nursery year': aFundedChild(BORN.four, 'N2'),
    'no hours': aFundedChild(BORN.four, 'R', { fundedHours: 0 }),
    'not told': aFundedChild(BORN.four, 'R', { fundedHours: undefined }),
    five: aFundedChild(BORN.five, 'R'),
  },
});
