import { createCalendar } from '../../calendar.js';
import { proveRule } from '../../testing/prove-rule.js';
import { aMark } from '../../testing/samples.js';
import { attendanceDayClosed } from './attendance-day-closed.js';

proveRule(attendanceDayClosed, {
  fails: {
    'present on a Saturday': aMark({ date: '2026-09-19' }),
    'ill on a closed day': aMark({ date: '2026-09-22', code: 'I' }),
    'away on a bank holiday': aMark({ date: '2026-08-31', code: 'O' }),
  },
  passes: {
    'a school day': aMark(),
    'no mark': aMark({ date: '2026-09-19', code: '-' }),
    'a closure': aMark({ date: '2026-09-19', code: '#' }),
    'a closure of the site': aMark({ date: '2026-09-22', code: 'Y4' }),
    'another school': aMark({ date: '2026-09-23', school: '8564002' }),
  },
  calendar: createCalendar({ closed: ['2026-09-22'], schools: { '8564003': { closed: ['2026-09-23'] } } }),
});
