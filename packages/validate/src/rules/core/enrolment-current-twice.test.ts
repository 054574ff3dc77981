import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { enrolmentCurrentTwice } from './enrolment-current-twice.js';

proveRule(enrolmentCurrentTwice, {
  fails: {
    'two without an end': [anEnrolment(), anEnrolment({ key: 'b', entryDate: '2024-09-01' })],
    'told of the one that began last': {
      records: [anEnrolment({ key: 'a' }), anEnrolment({ key: 'b', entryDate: '2024-09-01' })],
      value: '2026-09-01',
    },
  },
  passes: {
    one: anEnrolment(),
    'one that has ended': [
      anEnrolment(),
      anEnrolment({ key: 'b', leavingDate: '2026-07-21', entryDate: '2024-09-01' }),
    ],
    'dual at two schools': [
      anEnrolment({ status: 'M' }),
      anEnrolment({ key: 'b', attended: '8564002', status: 'S' }),
    ],
    'school history': [anEnrolment(), anEnrolment({ key: 'b', current: false })],
  },
});
