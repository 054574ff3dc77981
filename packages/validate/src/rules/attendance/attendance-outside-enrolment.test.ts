import { proveRule } from '../../testing/prove-rule.js';
import { aMark, anEnrolment } from '../../testing/samples.js';
import { attendanceOutsideEnrolment } from './attendance-outside-enrolment.js';

const left = anEnrolment({ entryDate: '2026-09-01', leavingDate: '2026-09-18' });

proveRule(attendanceOutsideEnrolment, {
  fails: {
    'after leaving, told of the first': {
      records: [left, aMark({ date: '2026-09-22' }), aMark({ date: '2026-09-21' })],
      value: '2026-09-21',
    },
    'before entry': [anEnrolment({ entryDate: '2026-09-22' }), aMark({ code: 'O' })],
    'of a pupil who was here before': [
      anEnrolment({ entryDate: '2026-09-22' }),
      anEnrolment({ key: 'b', entryDate: '2020-09-01', current: false }),
      aMark(),
    ],
  },
  passes: {
    'on the first day': [anEnrolment({ entryDate: '2026-09-21' }), aMark()],
    'no entry date': [anEnrolment({ entryDate: undefined }), aMark()],
    'on the last day': [left, aMark({ date: '2026-09-18' })],
    'a closure before entry': [anEnrolment({ entryDate: '2026-09-22' }), aMark({ code: '#' })],
    'in the other of two registrations': [left, anEnrolment({ key: 'b', entryDate: '2026-09-21' }), aMark()],
    'no registration in the file': aMark(),
    'school history alone': [anEnrolment({ current: false, leavingDate: '2020-07-21' }), aMark()],
  },
});
