import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { basisAge } from './3200-basis-age.js';

proveRule(basisAge, {
  fails: {
    three: aFundedChild(BORN.three, 'N2', { basis: 'ECO' }),
    one: aFundedChild('2024-09-01', 'E1', { basis: 'ECO' }),
  },
  passes: {
    two: aFundedChild(BORN.two, 'N1', { basis: 'ECO' }),
    'no basis': aFundedChild(BORN.three, 'N2'),
    'no date of birth': aFundedChild(undefined, 'N1', { basis: 'ECO' }),
  },
});
