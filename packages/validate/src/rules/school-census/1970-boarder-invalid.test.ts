import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment } from '../../testing/samples.js';
import { boarderInvalid } from './1970-boarder-invalid.js';

proveRule(boarderInvalid, {
  fails: { 'a yes': anEnrolment({ boarder: 'Y' }) },
  passes: {
    'not a boarder': anEnrolment(),
    'nights of a week': anEnrolment({ boarder: '6' }),
    none: anEnrolment({ boarder: undefined }),
  },
});
