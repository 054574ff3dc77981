import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, inReturn } from '../../testing/samples.js';
import { partTimeMissing } from './1930-part-time-missing.js';

proveRule(partTimeMissing, {
  fails: { 'not told': inReturn(anEnrolment({ partTime: undefined })) },
  passes: {
    no: inReturn(anEnrolment()),
    yes: inReturn(anEnrolment({ partTime: true })),
    'no longer on roll': inReturn(anEnrolment({ partTime: undefined, current: false })),
    'in an extract': anEnrolment({ partTime: undefined }),
  },
});
