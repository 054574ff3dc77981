import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { eyppAge } from './1861-eypp-age.js';

proveRule(eyppAge, {
  fails: {
    five: aFundedChild(BORN.five, '1', { eypp: true }),
    'two, before expanded hours': {
      records: aFundedChild('2021-03-10', 'N1', { eypp: true }),
      asOf: '2023-10-05',
    },
  },
  passes: {
    'two, today': aFundedChild(BORN.two, 'N1', { eypp: true }),
    three: aFundedChild(BORN.three, 'N2', { eypp: true }),
    four: aFundedChild(BORN.four, 'N2', { eypp: true }),
    no: aFundedChild(BORN.five, '1', { eypp: false }),
    'not told': aFundedChild(BORN.five, '1'),
  },
});
