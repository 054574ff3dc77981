import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { eligibilityCodeAge } from './3110-eligibility-code-age.js';

proveRule(eligibilityCodeAge, {
  fails: {
    'four in reception': aFundedChild(BORN.four, 'R'),
    five: aFundedChild(BORN.five, '1'),
    'two, before expanded hours': { records: aFundedChild('2021-03-10', 'N1'), asOf: '2023-10-05' },
  },
  passes: {
    'two, today': aFundedChild(BORN.two, 'N1'),
    three: aFundedChild(BORN.three, 'N2'),
    'four in a nursery year': aFundedChild(BORN.four, 'N2'),
    'no code': aFundedChild(BORN.five, '1', { eligibilityCode: undefined }),
  },
});
