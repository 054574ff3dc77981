import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { hoursAtSettingReception } from './5190-hours-at-setting-reception.js';

proveRule(hoursAtSettingReception, {
  fails: {
    'in reception': aFundedChild(BORN.four, 'R'),
    'an hour in year 1': aFundedChild(BORN.four, '1', { hoursAtSetting: 1 }),
  },
  passes: {
    'in a nursery year': aFundedChild(BORN.four, 'N2'),
    'no hours': aFundedChild(BORN.four, 'R', { hoursAtSetting: 0 }),
    'not told': aFundedChild(BORN.four, 'R', { hoursAtSetting: undefined }),
    five: aFundedChild(BORN.five, 'R'),
  },
});
