import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anExclusion } from '../../testing/samples.js';
import { exclusionAttended } from './exclusion-attended.js';

proveRule(exclusionAttended, {
  fails: {
    'a day within': [anExclusion({ endDate: '2026-09-22' }), aMark()],
    late: [anExclusion({ endDate: '2026-09-22' }), aMark({ code: 'L' })],
    'in the afternoon': [anExclusion({ endDate: '2026-09-22' }), aMark({ code: '\\', session: 'PM' })],
    'the first morning': [
      anExclusion({ startDate: '2026-09-21', startSession: 'AM', endDate: '2026-09-22' }),
      aMark(),
    ],
    'the first afternoon': [
      anExclusion({ startDate: '2026-09-21', startSession: 'PM', endDate: '2026-09-22' }),
      aMark({ session: 'PM', code: 'L' }),
    ],
    'the last afternoon': [
      anExclusion({ endDate: '2026-09-21', endSession: 'PM' }),
      aMark({ session: 'PM', code: 'L' }),
    ],
    'the last morning': [anExclusion({ endDate: '2026-09-21', endSession: 'AM' }), aMark()],
  },
  passes: {
    'the day before': [anExclusion({ startDate: '2026-09-22', endDate: '2026-09-23' }), aMark()],
    'the day after': [anExclusion({ startDate: '2026-09-14', endDate: '2026-09-20' }), aMark()],
    'no start': [anExclusion({ startDate: undefined, endDate: '2026-09-22' }), aMark()],
    'the morning before': [
      anExclusion({ startDate: '2026-09-21', startSession: 'PM', endDate: '2026-09-22' }),
      aMark(),
    ],
    'the afternoon after': [
      anExclusion({ endDate: '2026-09-21', endSession: 'AM' }),
      aMark({ session: 'PM', code: 'L' }),
    ],
    'the first day, session not told': [
      anExclusion({ startDate: '2026-09-21', endDate: '2026-09-22' }),
      aMark(),
    ],
    'the last day, session not told': [anExclusion({ endDate: '2026-09-21' }), aMark()],
    excluded: [anExclusion({ endDate: '2026-09-22' }), aMark({ code: 'E' })],
    'an open one': [anExclusion(), aMark()],
    'a lunchtime': [anExclusion({ category: 'LNCH', endDate: '2026-09-22' }), aMark()],
  },
});
