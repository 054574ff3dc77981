import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { hoursAtSettingMissing } from './1855-hours-at-setting-missing.js';

proveRule(hoursAtSettingMissing, {
  fails: {
    'less than none': aFundedChild(BORN.three, 'N2', { hoursAtSetting: -0.5 }),
    missing: { records: aFundedChild(BORN.two, 'N1', { hoursAtSetting: undefined }), severity: 'info' },
  },
  passes: {
    none: aFundedChild(BORN.three, 'N2', { hoursAtSetting: 0 }),
    four: aFundedChild(BORN.four, 'N2', { hoursAtSetting: undefined }),
    one: aFundedChild('2024-09-01', 'E1', { hoursAtSetting: undefined }),
  },
});
