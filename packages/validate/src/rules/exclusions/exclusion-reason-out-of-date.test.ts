import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionReasonOutOfDate } from './exclusion-reason-out-of-date.js';

proveRule(exclusionReasonOutOfDate, {
  fails: {
    'other, today': { records: anExclusion({ reasons: ['DB', 'OT'] }), value: 'OT' },
  },
  passes: {
    'other, before': anExclusion({ reasons: ['OT'], startDate: '2020-08-31' }),
    today: anExclusion(),
    none: anExclusion({ reasons: undefined }),
    'no start': anExclusion({ reasons: ['OT'], startDate: undefined }),
    'an unknown one, which 2280 finds': anExclusion({ reasons: ['Fighting'] }),
  },
});
