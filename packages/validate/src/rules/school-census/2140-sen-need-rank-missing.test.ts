import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedRankMissing } from './2140-sen-need-rank-missing.js';

proveRule(senNeedRankMissing, {
  fails: { 'no rank': aSenNeed({ rank: undefined }) },
  passes: { 'the primary need': aSenNeed(), 'the second': aSenNeed({ rank: 2 }) },
});
