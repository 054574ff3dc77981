import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anExclusion, aPupil } from '../../testing/samples.js';
import { suspendedPresentElsewhere } from './suspended-present-elsewhere.js';

const school = '8564002';

const both = (a: object, b: object) => [
  aPupil(),
  anExclusion({ endDate: '2026-09-15', ...a }),
  aPupil({ school }),
  aMark({ school, date: '2026-09-14', ...b }),
];

proveRule(suspendedPresentElsewhere, {
  fails: {
    'a day within': both({ endDate: '2026-09-16' }, { date: '2026-09-15' }),
    'by the older code': both({ category: 'FIXD', endDate: '2026-09-16' }, { date: '2026-09-15' }),
  },
  passes: {
    'at the school itself': [...both({ endDate: '2026-09-16' }, {}), aMark({ key: 'c', date: '2026-09-15' })],
    'no start': both({ startDate: undefined, endDate: '2026-09-16' }, { date: '2026-09-15' }),
    'the first day, which may be half': both({ endDate: '2026-09-16' }, {}),
    'the last day, which may be half': both({}, { date: '2026-09-15' }),
    'no end': both({ endDate: undefined }, { date: '2026-09-15' }),
    'a lunchtime': both({ category: 'LNCH', endDate: '2026-09-16' }, { date: '2026-09-15' }),
    absent: both({ endDate: '2026-09-16' }, { date: '2026-09-15', code: 'I' }),
  },
});
