import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, manyPupils } from '../../testing/samples.js';
import { partTimeHigh } from './1960-part-time-high.js';

const file = (count: number, part: number, changes = {}) =>
  manyPupils(count, (keys, i) => [anEnrolment({ ...keys, partTime: i < part, ...changes })]);

proveRule(partTimeHigh, {
  fails: {
    'fifteen of forty': file(40, 15),
  },
  passes: {
    'fourteen of forty': file(40, 14),
    'too few pupils': file(29, 29),
    'no longer on roll': file(30, 30, { current: false }),
    'too few who are told': [...file(29, 29), ...file(1, 1, { partTime: undefined })],
  },
});
