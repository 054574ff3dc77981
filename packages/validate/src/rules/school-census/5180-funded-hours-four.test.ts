import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { fundedHoursOfFour } from './5180-funded-hours-four.js';

proveRule(fundedHoursOfFour, {
  fails: {
    'over 15': aFundedChild(BORN.four, 'N2', { fundedHours: 15.5 }),
    'over 25 of old': {
      records: aFundedChild('2014-03-10', 'N2', { fundedHours: 25.5 }),
      asOf: '2019-03-31',
    },
    'over 15 from April 2019': {
      records: aFundedChild('2014-05-10', 'N2', { fundedHours: 25 }),
      asOf: '2019-04-01',
    },
    missing: { records: aFundedChild(BORN.four, undefined, { fundedHours: undefined }), severity: 'info' },
  },
  passes: {
    fifteen: aFundedChild(BORN.four, 'N2'),
    'in reception': aFundedChild(BORN.four, 'R', { fundedHours: 20 }),
    three: aFundedChild(BORN.three, 'N2', { fundedHours: 20 }),
  },
});
