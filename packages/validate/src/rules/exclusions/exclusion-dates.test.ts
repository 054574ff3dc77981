import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionDates } from './exclusion-dates.js';

proveRule(exclusionDates, {
  fails: {
    'the day before': anExclusion({ endDate: '2026-09-13' }),
    'afternoon to morning': anExclusion({ endDate: '2026-09-14', startSession: 'PM', endSession: 'AM' }),
  },
  passes: {
    'one day': anExclusion({ endDate: '2026-09-14' }),
    open: anExclusion(),
    'no start': anExclusion({ startDate: undefined, endDate: '2026-09-13' }),
  },
});
