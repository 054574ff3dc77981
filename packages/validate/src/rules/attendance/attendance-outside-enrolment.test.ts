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
    'afternoon before morning, told of the morning': {
      records: [
        left,
        aMark({ key: 'pm', date: '2026-09-22', session: 'PM' }),
        aMark({ key: 'am', date: '2026-09-22' }),
      ],
      key: 'am',
    },
    'morning before afternoon, told of the morning': {
      records: [
        left,
        aMark({ key: 'am', date: '2026-09-22' }),
        aMark({ key: 'pm', date: '2026-09-22', session: 'PM' }),
      ],
      key: 'am',
    },
    'an afternoon before the next morning': {
      records: [
        left,
        aMark({ key: 'pm', date: '2026-09-21', session: 'PM' }),
        aMark({ key: 'am', date: '2026-09-22' }),
      ],
      key: 'pm',
    },
    'one session twice, told of the first': {
      records: [left, aMark({ key: 'b', date: '2026-09-22' }), aMark({ key: 'a', date: '2026-09-22' })],
      key: 'b',
    },
    'before entry': [anEnrolment({ entryDate: '2026-09-22' }), aMark({ code: 'O' })],
    'of a pupil who was here before': [
      anEnrolment({ entryDate: '2026-09-22' }),
      anEnrolment({ key: 'b', entryDate: '2020-09-01', current: false }),
      aMark(),
    ],
  },
  passes: {
    'a code that is none': [left, aMark({ date: '2026-09-22', code: '*' })],
    'on the first day': [anEnrolment({ entryDate: '2026-09-21' }), aMark()],
    'no entry date': [anEnrolment({ entryDate: undefined }), aMark()],
    'on the last day': [left, aMark({ date: '2026-09-18' })],
    'a closure before entry': [anEnrolment({ entryDate: '2026-09-22' }), aMark({ code: '#' })],
    'in the other of two registrations': [left, anEnrolment({ key: 'b', entryDate: '2026-09-21' }), aMark()],
    'no registration in the file': aMark(),
    'school history alone': [anEnrolment({ current: false, leavingDate: '2020-07-21' }), aMark()],
  },
});
