import { proveRule } from '../../testing/prove-rule.js';
import { aFundedChild, BORN } from '../../testing/samples.js';
import { basisOfTwo } from './5235-basis-two.js';

proveRule(basisOfTwo, {
  fails: {
    missing: aFundedChild(BORN.two, 'N1'),
    'no code': aFundedChild(BORN.two, 'N1', { basis: 'POOR' }),
    'without hours': aFundedChild(BORN.two, 'N1', { basis: 'ECO', fundedHours: 0 }),
    'hours not told': aFundedChild(BORN.two, 'N1', { basis: 'ECO', fundedHours: undefined }),
  },
  passes: {
    'a code': aFundedChild(BORN.two, 'N1', { basis: 'HSD' }),
    neither: aFundedChild(BORN.two, 'N1', { fundedHours: 0 }),
    three: aFundedChild(BORN.three, 'N2', { basis: 'POOR' }),
    one: aFundedChild('2024-09-01', 'E1'),
  },
});
