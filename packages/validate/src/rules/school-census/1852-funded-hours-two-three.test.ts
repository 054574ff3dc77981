import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { fundedHoursOfTwoAndThree } from './1852-funded-hours-two-three.js';

proveRule(fundedHoursOfTwoAndThree, {
  fails: {
    'over 15': aFundedChild(BORN.three, 'N2', { fundedHours: 15.5 }),
    'less than none': aFundedChild(BORN.two, 'N1', { fundedHours: -1 }),
    'a third of an hour': aFundedChild(BORN.three, 'N2', { fundedHours: 12.333 }),
    missing: { records: aFundedChild(BORN.three, 'N2', { fundedHours: undefined }), severity: 'info' },
  },
  passes: {
    fifteen: aFundedChild(BORN.three, 'N2'),
    none: aFundedChild(BORN.two, 'N1', { fundedHours: 0 }),
    four: aFundedChild(BORN.four, 'N2', { fundedHours: 16 }),
    one: aFundedChild('2024-09-01', 'E1', { fundedHours: undefined }),
  },
});
