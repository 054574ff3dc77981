import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { hoursAtSettingOfFour } from './5200-hours-at-setting-four.js';

proveRule(hoursAtSettingOfFour, {
  fails: {
    'in N2': aFundedChild(BORN.four, 'N2', { hoursAtSetting: undefined }),
  },
  passes: {
    'none at all': aFundedChild(BORN.four, 'N2', { hoursAtSetting: 0 }),
    'in reception': aFundedChild(BORN.four, 'R', { hoursAtSetting: undefined }),
    three: aFundedChild(BORN.three, 'N2', { hoursAtSetting: undefined }),
  },
});
