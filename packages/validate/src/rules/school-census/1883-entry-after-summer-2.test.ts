import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, anEnrolment } from '../../testing/samples.js';
import { entryAfterSummer2 } from './1883-entry-after-summer-2.js';

const sum = anAttendanceSummary({ term: 'SUM', academicYear: 2025, endDate: '2026-07-31' });

proveRule(entryAfterSummer2, {
  fails: {
    'into year 7': [sum, anEnrolment()],
    'year not told': [sum, anEnrolment({ yearGroup: undefined })],
  },
  passes: {
    'into year 12': [sum, anEnrolment({ yearGroup: '12' })],
    'of the first half': [{ ...sum, endDate: '2026-05-24' }, anEnrolment()],
    'entered before': [sum, anEnrolment({ entryDate: '2026-07-31' })],
  },
});
