import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anEnrolment } from '../../testing/samples.js';
import { attendanceProspectiveOnRoll } from './attendance-prospective-on-roll.js';

proveRule(attendanceProspectiveOnRoll, {
  fails: {
    'on the day of entry': {
      records: [anEnrolment({ entryDate: '2026-09-21' }), aMark({ code: 'Z' })],
      value: 'Z',
    },
    'in one of two registrations': [
      anEnrolment(),
      anEnrolment({ key: 'b', entryDate: '2027-01-04' }),
      aMark({ code: 'Z' }),
    ],
    'on the day of leaving': [anEnrolment({ leavingDate: '2026-09-21' }), aMark({ code: 'Z' })],
    'twice, told once': [anEnrolment(), aMark({ code: 'Z' }), aMark({ code: 'Z', session: 'PM' })],
  },
  passes: {
    'the day before': [anEnrolment({ entryDate: '2026-09-22' }), aMark({ code: 'Z' })],
    present: [anEnrolment(), aMark()],
    'after leaving': [anEnrolment({ leavingDate: '2026-09-20' }), aMark({ code: 'Z' })],
    'entry not told': [anEnrolment({ entryDate: undefined }), aMark({ code: 'Z' })],
    'school history': [anEnrolment({ current: false }), aMark({ code: 'Z' })],
  },
});
