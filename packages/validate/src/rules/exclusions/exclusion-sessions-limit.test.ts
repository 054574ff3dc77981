import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionSessionsLimit } from './exclusion-sessions-limit.js';

const suspended = (startDate: string, sessions: number) =>
  anExclusion({ startDate, sessions, key: startDate });

proveRule(exclusionSessionsLimit, {
  fails: {
    'one of 46 days': suspended('2026-09-14', 92),
    'three together, told of the last': {
      records: [suspended('2026-06-01', 1), suspended('2025-09-15', 60), suspended('2026-01-12', 30)],
      value: '1',
    },
    'each that goes over, in the order of their days': {
      records: [
        { ...suspended('2026-03-02', 3), key: 'a' },
        { ...suspended('2026-02-02', 2), key: 'b' },
        { ...suspended('2025-09-15', 90), key: 'c' },
      ],
      count: 2,
      value: '2',
    },
    'the older name of suspensions': {
      records: [
        { ...suspended('2025-09-15', 90), category: 'FIXD' },
        { ...suspended('2026-01-12', 5), category: 'FIXD' },
      ],
      value: '5',
    },
    'lunchtimes beside it, half a day each': {
      records: [
        suspended('2025-09-15', 90),
        anExclusion({ category: 'LNCH', sessions: 4, startDate: '2026-01-12' }),
      ],
      value: '4',
    },
  },
  passes: {
    'the very limit': [suspended('2025-09-15', 60), suspended('2026-01-12', 30)],
    'in two school years': [suspended('2026-06-01', 60), suspended('2026-09-14', 60)],
    'lengths that are not told': [
      suspended('2025-09-15', 90),
      anExclusion({ sessions: undefined, key: 'b' }),
    ],
    'a day that is not told': [
      suspended('2025-09-15', 90),
      anExclusion({ startDate: undefined, sessions: 91 }),
    ],
    'a permanent exclusion beside it': [
      suspended('2025-09-15', 90),
      anExclusion({ category: 'PERM', sessions: 4, startDate: '2026-01-12' }),
    ],
  },
});
