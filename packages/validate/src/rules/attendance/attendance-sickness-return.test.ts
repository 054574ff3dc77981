import { addDays } from '@rollbook/model';
import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceSicknessReturn } from './attendance-sickness-return.js';

/** As many marks of a code as asked for, two a day, on the weekdays from a Monday. */
const marks = (count: number, code: string, from = '2026-09-07') =>
  Array.from({ length: count }, (_, i) =>
    aMark({
      date: addDays(from, (i >> 1) + 2 * Math.floor((i >> 1) / 5)),
      session: i % 2 ? 'PM' : 'AM',
      code,
    }),
  );

proveRule(attendanceSicknessReturn, {
  fails: {
    'fifteen days': { records: marks(30, 'I'), value: '2026-09-25' },
    'out of order': { records: marks(32, 'I').reverse(), value: '2026-09-25' },
    apart: {
      records: [...marks(29, 'I'), aMark({ date: '2026-09-28' }), aMark({ date: '2026-09-29', code: 'I' })],
      value: '2026-09-29',
    },
  },
  passes: {
    'one session less': marks(29, 'I'),
    'in two school years': [...marks(20, 'I', '2026-06-01'), ...marks(20, 'I')],
    operations: marks(30, 'M'),
  },
});
