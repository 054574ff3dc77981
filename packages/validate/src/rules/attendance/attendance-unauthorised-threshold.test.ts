import { addDays } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceUnauthorisedThreshold } from './attendance-unauthorised-threshold.js';

/** As many marks of a code as asked for, two a day, on the weekdays from a Monday. */
const marks = (count: number, code: string, from = '2026-09-07') =>
  Array.from({ length: count }, (_, i) =>
    aMark({
      date: addDays(from, (i >> 1) + 2 * Math.floor((i >> 1) / 5)),
      session: i % 2 ? 'PM' : 'AM',
      code,
    }),
  );

/** A mark a week. */
const weeks = (count: number, from: string) =>
  Array.from({ length: count }, (_, i) => aMark({ date: addDays(from, 7 * i) }));

proveRule(attendanceUnauthorisedThreshold, {
  fails: {
    'the tenth': { records: marks(10, 'O'), value: '2026-09-11' },
    'out of order': { records: marks(10, 'G').reverse(), value: '2026-09-11' },
    'more, told once': marks(18, 'U'),
    'from the first day of the framework': marks(10, 'O', '2024-08-19'),
    'after weeks at school': [...weeks(6, '2026-06-01'), ...marks(10, 'O', '2026-07-13')],
    'over ten weeks and one with a Saturday alone': [
      ...marks(9, 'O', '2026-06-01'),
      ...weeks(8, '2026-06-08'),
      aMark({ date: '2026-08-08' }),
      aMark({ date: '2026-08-10', code: 'O' }),
    ],
    'over ten weeks': [
      ...marks(9, 'O', '2026-06-01'),
      ...weeks(8, '2026-06-08'),
      aMark({ date: '2026-08-03', code: 'O' }),
    ],
  },
  passes: {
    nine: marks(9, 'O'),
    authorised: marks(20, 'I'),
    'reason not yet known': marks(20, 'N'),
    'in the eleventh week': [
      ...marks(9, 'O', '2026-06-01'),
      ...weeks(9, '2026-06-08'),
      aMark({ date: '2026-08-10', code: 'O' }),
    ],
    'before the framework': marks(20, 'O', '2024-06-03'),
  },
});
