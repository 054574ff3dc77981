import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { fundedHoursAge } from './1851-funded-hours-age.js';

proveRule(fundedHoursAge, {
  fails: {
    five: aFundedChild(BORN.five, '1'),
    one: aFundedChild('2024-09-01', 'E1'),
    'a quarter of an hour': aFundedChild(BORN.five, '1', { fundedHours: 0.25 }),
  },
  passes: {
    two: aFundedChild('2024-08-31', 'E1'),
    four: aFundedChild(BORN.four, 'N2'),
    'no hours': aFundedChild(BORN.five, '1', { fundedHours: 0 }),
    'hours not told': aFundedChild(BORN.five, '1', { fundedHours: undefined }),
    'hours of a term that is over': aFundedChild(BORN.five, '1', { endDate: '2026-07-31' }),
  },
});
