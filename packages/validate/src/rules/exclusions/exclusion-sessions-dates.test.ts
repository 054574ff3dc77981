import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionSessionsDates } from './exclusion-sessions-dates.js';

proveRule(exclusionSessionsDates, {
  fails: {
    'one too many': anExclusion({ endDate: '2026-09-15', sessions: 5 }),
    'three on one day': anExclusion({ endDate: '2026-09-14', sessions: 3 }),
    'from an afternoon': anExclusion({ endDate: '2026-09-15', startSession: 'PM' }),
    'to a morning': anExclusion({ endDate: '2026-09-15', endSession: 'AM' }),
    'over a weekend': anExclusion({ startDate: '2026-09-18', endDate: '2026-09-21', sessions: 5 }),
    'a year, the longest that is judged': anExclusion({
      startDate: '2025-09-14',
      endDate: '2026-09-14',
      sessions: 9999,
    }),
  },
  passes: {
    'two days': anExclusion({ endDate: '2026-09-15' }),
    fewer: anExclusion({ endDate: '2026-09-18' }),
    open: anExclusion({ sessions: 90 }),
    'none of a weekend': anExclusion({
      startDate: '2026-09-19',
      endDate: '2026-09-20',
      startSession: 'PM',
      sessions: 0,
    }),
    'a start that is no date': anExclusion({ startDate: '14/09/2026', endDate: '2026-09-15', sessions: 99 }),
    'an end that is no date': anExclusion({ endDate: 'tomorrow', sessions: 99 }),
    'no length': anExclusion({ endDate: '2026-09-15', sessions: undefined }),
    'no start': anExclusion({ startDate: undefined, endDate: '2026-09-15' }),
    'ends before it begins': anExclusion({ endDate: '2026-09-11' }),
    'beyond a year': anExclusion({ startDate: '2020-09-14', endDate: '2026-09-11', sessions: 9999 }),
  },
});
