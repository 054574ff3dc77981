import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, manyPupils } from '../../testing/samples.js';
import { soleRegistrationLow } from './1870-sole-registration-low.js';

const file = (count: number, dual: number, changes = {}) =>
  manyPupils(count, (keys, i) => [anEnrolment({ ...keys, status: i < dual ? 'M' : 'C', ...changes })]);

proveRule(soleRegistrationLow, {
  fails: {
    'three of forty are dual': file(40, 3),
  },
  passes: {
    'two of forty are dual': file(40, 2),
    'too few pupils': file(29, 29),
    'no longer on roll': file(30, 30, { current: false }),
    'status not told': file(30, 30, { status: undefined }),
  },
});
