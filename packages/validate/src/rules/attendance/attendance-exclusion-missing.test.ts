import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anExclusion } from '../../testing/samples.js';
import { attendanceExclusionMissing } from './attendance-exclusion-missing.js';

proveRule(attendanceExclusionMissing, {
  fails: {
    'the day after': [anExclusion({ endDate: '2026-09-20' }), aMark({ code: 'E' })],
    'the day before': [anExclusion({ startDate: '2026-09-22' }), aMark({ code: 'E' })],
  },
  passes: {
    'the second of two': [
      anExclusion({ endDate: '2026-09-15' }),
      anExclusion({ key: 'b', startDate: '2026-09-21' }),
      aMark({ code: 'E' }),
    ],
    'the last day': [anExclusion({ endDate: '2026-09-21' }), aMark({ code: 'E' })],
    'the first day': [anExclusion({ startDate: '2026-09-21' }), aMark({ code: 'E' })],
    'an open one': [anExclusion(), aMark({ code: 'E' })],
    'no start': [anExclusion({ startDate: undefined }), aMark({ code: 'E' })],
    'no exclusions in the file': aMark({ code: 'E' }),
    present: [anExclusion({ endDate: '2026-09-15' }), aMark()],
  },
});
