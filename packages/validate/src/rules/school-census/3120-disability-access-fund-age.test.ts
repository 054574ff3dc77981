import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { disabilityAccessFundAge } from './3120-disability-access-fund-age.js';

proveRule(disabilityAccessFundAge, {
  fails: {
    'four in reception': aFundedChild(BORN.four, 'R', { disabilityAccessFund: true }),
    five: aFundedChild(BORN.five, '1', { disabilityAccessFund: true }),
    'two, before expanded hours': {
      records: aFundedChild('2021-03-10', 'N1', { disabilityAccessFund: true }),
      asOf: '2023-10-05',
    },
  },
  passes: {
    'two, today': aFundedChild(BORN.two, 'N1', { disabilityAccessFund: true }),
    three: aFundedChild(BORN.three, 'N2', { disabilityAccessFund: true }),
    no: aFundedChild(BORN.five, '1', { disabilityAccessFund: false }),
    'not told': aFundedChild(BORN.five, '1'),
  },
});
