import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceMarkTwice } from './attendance-mark-twice.js';

const day = (date: string) => [aMark({ date }), aMark({ date, session: 'PM', code: '\\' })];

proveRule(attendanceMarkTwice, {
  fails: {
    'present and ill': [...day('2026-09-21'), aMark({ code: 'I' })],
    'three marks, told once': [aMark(), aMark({ code: 'I' }), aMark({ code: 'L' })],
  },
  passes: {
    'two days in order': [...day('2026-09-21'), ...day('2026-09-22')],
    'two days out of order': [...day('2026-09-22'), ...day('2026-09-21')],
    'the same mark twice': [aMark(), aMark()],
  },
});
