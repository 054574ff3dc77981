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
    'one day, morning to afternoon': anExclusion({
      endDate: '2026-09-14',
      startSession: 'AM',
      endSession: 'PM',
    }),
    'one afternoon': anExclusion({ endDate: '2026-09-14', startSession: 'PM', endSession: 'PM' }),
    'one morning': anExclusion({ endDate: '2026-09-14', startSession: 'AM', endSession: 'AM' }),
    'afternoon to the next morning': anExclusion({
      endDate: '2026-09-15',
      startSession: 'PM',
      endSession: 'AM',
    }),
    open: anExclusion(),
    'sessions without days': anExclusion({
      startDate: undefined,
      endDate: undefined,
      startSession: 'PM',
      endSession: 'AM',
    }),
    'no start': anExclusion({ startDate: undefined, endDate: '2026-09-13' }),
  },
});
