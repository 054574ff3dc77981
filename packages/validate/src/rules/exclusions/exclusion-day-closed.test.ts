import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionDayClosed } from './exclusion-day-closed.js';

proveRule(exclusionDayClosed, {
  fails: {
    'a Saturday': anExclusion({ startDate: '2026-09-19' }),
    'a bank holiday': anExclusion({ startDate: '2026-08-31' }),
  },
  passes: {
    'a Monday': anExclusion(),
    'no start': anExclusion({ startDate: undefined }),
  },
});
