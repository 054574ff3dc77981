import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedUnknown } from './sen-need-unknown.js';

proveRule(senNeedUnknown, {
  fails: {
    'a word for a code': aSenNeed({ need: 'Autism' }),
    'a code of after 2014 in a need that ends after the day': {
      records: aSenNeed({ need: 'SEMH', endDate: '2016-07-22' }),
      asOf: '2013-10-03',
    },
    'a code of before 2014': aSenNeed({ need: 'BESD' }),
  },
  passes: {
    'a code': aSenNeed(),
    'no code': aSenNeed({ need: undefined }),
    'one that was right in its day': aSenNeed({ need: 'BESD', endDate: '2014-07-21' }),
  },
});
