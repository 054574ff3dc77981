import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionOverlap } from './exclusion-overlap.js';

proveRule(exclusionOverlap, {
  fails: {
    'a day in common': {
      records: [
        anExclusion({ endDate: '2026-09-16' }),
        anExclusion({ key: 'b', startDate: '2026-09-15', endDate: '2026-09-18' }),
      ],
      value: '2026-09-15',
    },
    'one within a longer one': [
      anExclusion({ endDate: '2026-09-25' }),
      anExclusion({ key: 'b', startDate: '2026-09-15', endDate: '2026-09-16' }),
    ],
    'each over the end of the one before': {
      records: [
        anExclusion({ endDate: '2026-09-16' }),
        anExclusion({ key: 'b', startDate: '2026-09-15', endDate: '2026-09-25' }),
        anExclusion({ key: 'c', startDate: '2026-09-21', endDate: '2026-09-22' }),
      ],
      count: 2,
    },
    'two within a longer one': {
      records: [
        anExclusion({ endDate: '2026-09-25' }),
        anExclusion({ key: 'b', startDate: '2026-09-15', endDate: '2026-09-16' }),
        anExclusion({ key: 'c', startDate: '2026-09-21', endDate: '2026-09-22' }),
      ],
      count: 2,
    },
  },
  passes: {
    'one from the last day of the other': [
      anExclusion({ endDate: '2026-09-16' }),
      anExclusion({ key: 'b', startDate: '2026-09-16', endDate: '2026-09-18' }),
    ],
    'a lunchtime': [
      anExclusion({ endDate: '2026-09-16' }),
      anExclusion({ key: 'b', category: 'LNCH', startDate: '2026-09-15', endDate: '2026-09-18' }),
    ],
    open: [anExclusion(), anExclusion({ key: 'b', startDate: '2026-09-15' })],
    'one without an end within another': [
      anExclusion({ endDate: '2026-09-16' }),
      anExclusion({ key: 'b', startDate: '2026-09-15' }),
    ],
    'no start': [
      anExclusion({ endDate: '2026-09-18' }),
      anExclusion({ key: 'b', startDate: undefined, endDate: '2026-09-18' }),
    ],
  },
});
