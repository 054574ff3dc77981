import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil, manyPupils } from '../../testing/samples.js';
import { yearGroupsOff } from './2010-year-groups-off.js';

const file = (count: number, off: number, changes = {}) =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    anEnrolment({ ...keys, yearGroup: i < off ? '8' : '7', ...changes }),
  ]);

proveRule(yearGroupsOff, {
  fails: {
    'three of thirty': file(30, 3),
  },
  passes: {
    'two of thirty': file(30, 2),
    'too few pupils': file(29, 29),
    'no longer on roll': file(30, 30, { current: false }),
    'too few whose year is told': [...file(29, 29), ...file(1, 1, { yearGroup: undefined })],
  },
});
