import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { eyppReception } from './1862-eypp-reception.js';

proveRule(eyppReception, {
  fails: {
    'in reception': aFundedChild(BORN.four, 'R', { eypp: true }),
    'in year 1': aFundedChild(BORN.four, '1', { eypp: true }),
  },
  passes: {
    'in a nursery year': aFundedChild(BORN.four, 'N2', { eypp: true }),
    no: aFundedChild(BORN.four, 'R', { eypp: false }),
    'year not told': aFundedChild(BORN.four, undefined, { eypp: true }),
    'no curriculum': aFundedChild(BORN.four, 'X', { eypp: true }),
    five: aFundedChild(BORN.five, '1', { eypp: true }),
  },
});
