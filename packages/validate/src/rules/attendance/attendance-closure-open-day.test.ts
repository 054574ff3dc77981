import { createCalendar } from '../../calendar.js';
import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceClosureOpenDay } from './attendance-closure-open-day.js';

proveRule(attendanceClosureOpenDay, {
  fails: {
    'in term': aMark({ code: '#' }),
  },
  passes: {
    present: aMark(),
    'outside of terms': aMark({ code: '#', date: '2026-10-01' }),
    'a Sunday': aMark({ code: '#', date: '2026-09-20' }),
  },
  calendar: createCalendar({ terms: [{ from: '2026-09-02', to: '2026-09-30' }] }),
});
