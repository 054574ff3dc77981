import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anExclusion } from '../../testing/samples.js';
import { exclusionAttendedAfterPermanent } from './exclusion-attended-after-permanent.js';

proveRule(exclusionAttendedAfterPermanent, {
  fails: {
    'the day after': [anExclusion({ category: 'PERM', startDate: '2026-09-20' }), aMark()],
    late: [anExclusion({ category: 'PERM' }), aMark({ code: 'L' })],
    'in the afternoon': [
      anExclusion({ category: 'PERM', reviews: [] }),
      aMark({ code: '\\', session: 'PM' }),
    ],
    'between two': [
      anExclusion({ category: 'PERM', startDate: '2026-09-14' }),
      anExclusion({ key: 'b', category: 'PERM', startDate: '2026-09-25' }),
      aMark(),
    ],
    'after the first of two': [
      anExclusion({ category: 'PERM', startDate: '2026-09-25' }),
      anExclusion({ key: 'b', category: 'PERM' }),
      aMark(),
    ],
  },
  passes: {
    'before the first of two': [
      anExclusion({ category: 'PERM', startDate: '2026-09-21' }),
      anExclusion({ key: 'b', category: 'PERM', startDate: '2026-09-25' }),
      aMark(),
    ],
    'the very day': [anExclusion({ category: 'PERM', startDate: '2026-09-21' }), aMark()],
    reviewed: [anExclusion({ category: 'PERM', reviews: [{ result: 'FRE' }] }), aMark()],
    'a suspension': [anExclusion(), aMark()],
    'from another school': [anExclusion({ category: 'PERM', attended: '8564002' }), aMark()],
    'no start': [anExclusion({ category: 'PERM', startDate: undefined }), aMark()],
    absent: [anExclusion({ category: 'PERM' }), aMark({ code: 'E' })],
  },
});
