import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { partTimeBoarder } from './1950-part-time-boarder.js';

proveRule(partTimeBoarder, {
  fails: { both: anEnrolment({ partTime: true, boarder: 'B' }) },
  passes: {
    'a part-time day pupil': anEnrolment({ partTime: true }),
    'a full-time boarder': anEnrolment({ boarder: 'B' }),
    'no indicator': anEnrolment({ partTime: true, boarder: undefined }),
  },
});
