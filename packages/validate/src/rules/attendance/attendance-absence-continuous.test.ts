import { addDays } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceAbsenceContinuous } from './attendance-absence-continuous.js';

/** As many marks of a code as asked for, two a day, on the weekdays from a Monday. */
const marks = (count: number, code: string, from = '2026-09-07') =>
  Array.from({ length: count }, (_, i) =>
    aMark({
      date: addDays(from, (i >> 1) + 2 * Math.floor((i >> 1) / 5)),
      session: i % 2 ? 'PM' : 'AM',
      code,
    }),
  );

proveRule(attendanceAbsenceContinuous, {
  fails: {
    'ten days': { records: marks(20, 'O'), value: '2026-09-18' },
    'longer, told once': marks(24, 'N'),
    'out of order': marks(20, 'G').reverse(),
    'with a closure between': [
      ...marks(10, 'O'),
      aMark({ date: '2026-09-12', code: '#' }),
      ...marks(10, 'O', '2026-09-14'),
    ],
  },
  passes: {
    'nineteen sessions': marks(19, 'O'),
    ill: marks(20, 'I'),
    'a session attended between': [
      ...marks(10, 'O'),
      aMark({ date: '2026-09-12' }),
      ...marks(10, 'O', '2026-09-14'),
    ],
    'a session authorised between': [
      ...marks(10, 'O'),
      aMark({ date: '2026-09-12', code: 'M' }),
      ...marks(10, 'O', '2026-09-14'),
    ],
  },
});
