import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionSuspensionsReview } from './exclusion-suspensions-review.js';

proveRule(exclusionSuspensionsReview, {
  fails: {
    'one of more than 15 days': anExclusion({ startDate: '2026-09-01', sessions: 31 }),
    'two together, told of the second': {
      records: [
        anExclusion({ key: 'b', startDate: '2026-05-11', sessions: 1 }),
        anExclusion({ startDate: '2026-05-04', sessions: 30 }),
      ],
      value: '2026-05-11',
    },
    'from January to April': {
      records: [
        anExclusion({ startDate: '2025-01-06', sessions: 30 }),
        anExclusion({ key: 'b', startDate: '2025-04-07', sessions: 2, reviews: [] }),
      ],
      value: '2025-04-07',
    },
    'from May to August': {
      records: [
        anExclusion({ startDate: '2025-05-12', sessions: 30 }),
        anExclusion({ key: 'b', startDate: '2025-08-04', sessions: 2 }),
      ],
      value: '2025-08-04',
    },
    'a third, told once': [
      anExclusion({ key: 'a', startDate: '2026-01-05', sessions: 30 }),
      anExclusion({ key: 'b', startDate: '2026-02-02', sessions: 2 }),
      anExclusion({ key: 'c', startDate: '2026-03-02', sessions: 2 }),
    ],
  },
  passes: {
    'fifteen days': anExclusion({ startDate: '2026-05-04', sessions: 30 }),
    reviewed: anExclusion({ startDate: '2026-05-04', sessions: 31, reviews: [{ body: 'GB' }] }),
    'still in time': anExclusion({ startDate: '2026-09-14', sessions: 31 }),
    'in two terms': [
      anExclusion({ startDate: '2026-01-05', sessions: 30 }),
      anExclusion({ key: 'b', startDate: '2026-05-11', sessions: 30 }),
    ],
    'in summer and autumn': [
      anExclusion({ startDate: '2025-05-12', sessions: 30 }),
      anExclusion({ key: 'b', startDate: '2025-09-15', sessions: 30 }),
    ],
    'in terms of two years': [
      anExclusion({ startDate: '2025-05-11', sessions: 30 }),
      anExclusion({ key: 'b', startDate: '2026-05-11', sessions: 30 }),
    ],
    'no start': anExclusion({ startDate: undefined, sessions: 40 }),
  },
});
