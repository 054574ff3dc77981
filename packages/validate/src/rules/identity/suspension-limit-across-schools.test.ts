import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion, aPupil } from '../../testing/samples.js';
import { suspensionLimitAcrossSchools } from './suspension-limit-across-schools.js';

const school = '8564002';
const third = '8564003';

type Changes = Parameters<typeof anExclusion>[0];
let made = 0;
const suspended = (startDate: string, sessions: number, changes: Changes = {}) =>
  anExclusion({ startDate, sessions, key: `exclusion ${made++}`, ...changes });

/** One pupil at the samples' school and at two others, with these exclusions. */
const at = (...exclusions: ReturnType<typeof anExclusion>[]) => [
  aPupil(),
  aPupil({ school }),
  aPupil({ school: third }),
  ...exclusions,
];

proveRule(suspensionLimitAcrossSchools, {
  fails: {
    'half a day over at two schools, told of the later': {
      records: at(suspended('2026-01-12', 31, { school }), suspended('2025-09-15', 60)),
      value: '31',
    },
    'at three schools': {
      records: at(
        suspended('2025-09-15', 40),
        suspended('2026-01-12', 39, { school }),
        suspended('2026-03-02', 38, { school: third }),
      ),
      value: '38',
    },
    'told of the first that goes over alone': {
      records: at(
        suspended('2025-09-15', 60),
        suspended('2026-01-12', 32, { school }),
        suspended('2026-03-02', 5),
      ),
      value: '32',
    },
    'in two school years': {
      records: at(
        suspended('2025-09-15', 60),
        suspended('2026-08-31', 33, { school }),
        suspended('2026-09-01', 61),
        suspended('2026-09-02', 34, { school }),
      ),
      count: 2,
      value: '33',
    },
    'one school alone over in another year': {
      records: at(
        suspended('2024-09-16', 91),
        suspended('2025-09-15', 60),
        suspended('2026-01-12', 35, { school }),
      ),
      value: '35',
    },
    'by the older code': at(
      suspended('2025-09-15', 60, { category: 'FIXD' }),
      suspended('2026-01-12', 31, { school, category: 'FIXD' }),
    ),
    'with lunchtimes': at(
      suspended('2025-09-15', 90),
      suspended('2026-01-12', 1, { school, category: 'LNCH' }),
    ),
    'two schools from one day, of other lengths': at(
      suspended('2026-01-12', 46),
      suspended('2026-01-12', 45, { school }),
    ),
    'of one length from other days': at(suspended('2026-01-12', 46), suspended('2026-03-02', 46, { school })),
    'a suspension and a lunchtime of one day and length': at(
      suspended('2025-09-15', 89),
      suspended('2026-01-12', 1, { school, category: 'LNCH' }),
      suspended('2026-01-12', 1, { school: third }),
    ),
    'one school’s morning and afternoon of one length, beside another’s': at(
      suspended('2025-09-15', 89),
      suspended('2026-01-12', 1, { school }),
      suspended('2026-01-12', 1, { school }),
    ),
  },
  passes: {
    'the very limit': at(suspended('2025-09-15', 60), suspended('2026-01-12', 30, { school })),
    'one school over by itself': at(suspended('2025-09-15', 91), suspended('2026-01-12', 2, { school })),
    'the later school over by itself': at(
      suspended('2025-09-15', 2),
      suspended('2026-01-12', 91, { school }),
    ),
    'one school over by itself in several': at(
      suspended('2025-09-15', 60),
      suspended('2026-01-12', 31),
      suspended('2026-03-02', 2, { school }),
    ),
    'in two school years': at(suspended('2026-08-31', 60), suspended('2026-09-01', 60, { school })),
    'one that both schools tell': at(suspended('2026-01-12', 50), suspended('2026-01-12', 50, { school })),
    'one that both tell, by the older code and the newer': at(
      suspended('2026-01-12', 50),
      suspended('2026-01-12', 50, { school, category: 'FIXD' }),
    ),
    'two that both tell': at(
      suspended('2025-09-15', 40),
      suspended('2025-09-15', 40),
      suspended('2025-09-15', 40, { school }),
      suspended('2025-09-15', 40, { school }),
    ),
    'one that all three tell': at(
      suspended('2026-01-12', 31),
      suspended('2026-01-12', 31, { school }),
      suspended('2026-01-12', 31, { school: third }),
    ),
    'a permanent exclusion beside it': at(
      suspended('2025-09-15', 90),
      suspended('2026-01-12', 4, { school, category: 'PERM' }),
    ),
    'a length that is not told': at(
      suspended('2025-09-15', 90),
      suspended('2026-01-12', 1, { school, sessions: undefined }),
    ),
    'a day that is not told': at(
      suspended('2025-09-15', 60),
      suspended('2026-01-12', 60, { school, startDate: undefined }),
    ),
    'under two UPNs': [
      aPupil(),
      aPupil({ school, upn: 'A856400120019' }),
      suspended('2025-09-15', 60),
      suspended('2026-01-12', 60, { school }),
    ],
  },
});
