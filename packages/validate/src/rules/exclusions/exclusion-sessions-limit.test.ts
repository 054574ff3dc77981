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
  },
  passes: {
    'the very limit': [suspended('2025-09-15', 60), suspended('2026-01-12', 30)],
    'in two school years': [suspended('2026-06-01', 60), suspended('2026-09-14', 60)],
    'lunchtimes beside it': [suspended('2025-09-15', 90), anExclusion({ category: 'LNCH', sessions: 4 })],
  },
});
