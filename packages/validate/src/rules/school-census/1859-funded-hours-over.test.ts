import { proveRule } from '../../testing/prove-rule.js';
import { anEarlyYearsFunding } from '../../testing/samples.js';
import { fundedHoursOver } from './1859-funded-hours-over.js';

proveRule(fundedHoursOver, {
  fails: { 'half an hour': anEarlyYearsFunding({ hoursAtSetting: 29.5 }) },
  passes: {
    'the very hours': anEarlyYearsFunding({ hoursAtSetting: 30 }),
    'hours at the setting not told': anEarlyYearsFunding({ hoursAtSetting: undefined }),
  },
});
