import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { hoursAtSettingAge } from './1854-hours-at-setting-age.js';

proveRule(hoursAtSettingAge, {
  fails: {
    five: aFundedChild(BORN.five, '1'),
    'one, before expanded hours': { records: aFundedChild('2022-03-10', 'E1'), asOf: '2023-10-05' },
  },
  passes: {
    'one, with expanded hours': aFundedChild('2025-03-10', 'E1'),
    two: aFundedChild(BORN.two, 'N1'),
    four: aFundedChild(BORN.four, 'N2'),
    'no hours': aFundedChild(BORN.five, '1', { hoursAtSetting: 0 }),
    'not told': aFundedChild(BORN.five, '1', { hoursAtSetting: undefined }),
  },
});
