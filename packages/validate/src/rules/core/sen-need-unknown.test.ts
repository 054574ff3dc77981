import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedUnknown } from './sen-need-unknown.js';

proveRule(senNeedUnknown, {
  fails: {
    'a word for a code': aSenNeed({ need: 'Autism' }),
    'a code of before 2014': aSenNeed({ need: 'BESD' }),
  },
  passes: {
    'a code': aSenNeed(),
    'one that was right in its day': aSenNeed({ need: 'BESD', endDate: '2014-07-21' }),
  },
});
