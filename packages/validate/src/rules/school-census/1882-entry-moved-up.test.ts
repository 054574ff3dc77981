import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, anEnrolment } from '../../testing/samples.js';
import { entryMovedUp } from './1882-entry-moved-up.js';

const sum = anAttendanceSummary({ term: 'SUM', academicYear: 2025, endDate: '2026-07-31' });

proveRule(entryMovedUp, {
  fails: {
    'into year 12': [sum, anEnrolment({ yearGroup: '12' })],
    'into reception': [sum, anEnrolment({ yearGroup: 'R' })],
  },
  passes: {
    'into year 7': [sum, anEnrolment()],
    'year not told': [sum, anEnrolment({ yearGroup: undefined })],
    'of the first half': [{ ...sum, endDate: '2026-05-24' }, anEnrolment({ yearGroup: '12' })],
    'entered before': [sum, anEnrolment({ yearGroup: '12', entryDate: '2021-09-01' })],
  },
});
