import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senSingleNeed } from './2160-sen-single-need.js';

proveRule(senSingleNeed, {
  fails: {
    'one need with rank 2': { records: aSenNeed({ rank: 2 }), value: '2' },
    'the first has ended': [
      aSenNeed({ endDate: '2025-07-21' }),
      aSenNeed({ key: 'b', need: 'MLD', rank: 2 }),
    ],
  },
  passes: {
    'one with rank 1': aSenNeed(),
    two: [aSenNeed(), aSenNeed({ key: 'b', need: 'MLD', rank: 2 })],
    unranked: aSenNeed({ rank: undefined }),
  },
});
