import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, anEnrolment } from '../../testing/samples.js';
import { entryAfterSummer1 } from './1881-entry-after-summer-1.js';

const sum = anAttendanceSummary({ term: 'SUM', academicYear: 2025, endDate: '2026-05-24' });
const before = { key: 'b', current: false, leavingDate: '2026-05-22' };

proveRule(entryAfterSummer1, {
  fails: {
    'entered in September': [sum, anEnrolment()],
    'entered the day after': [sum, anEnrolment({ entryDate: '2026-05-25' })],
    'one session': [{ ...sum, sessionsPossible: 1 }, anEnrolment()],
    'was at another school before': [
      sum,
      anEnrolment(),
      anEnrolment({ ...before, entryDate: '2024-09-02', attended: '8564002' }),
    ],
  },
  passes: {
    'entered on the last day': [sum, anEnrolment({ entryDate: '2026-05-24' })],
    'no possible session': [{ ...sum, sessionsPossible: 0 }, anEnrolment()],
    'sessions not told': [{ ...sum, sessionsPossible: undefined }, anEnrolment()],
    'left and came back': [sum, anEnrolment(), anEnrolment({ ...before, entryDate: '2026-05-24' })],
    'left and came back, school not named': [
      sum,
      anEnrolment(),
      anEnrolment({ ...before, entryDate: '2024-09-02', attended: undefined }),
    ],
    'the second half': [{ ...sum, endDate: '2026-07-31' }, anEnrolment()],
    'another term': [{ ...sum, term: 'SPR' }, anEnrolment()],
    'no entry date': [sum, anEnrolment({ entryDate: undefined })],
    'no longer on roll': [sum, anEnrolment({ current: false })],
  },
});
