import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedsOneRank } from './2165-sen-needs-one-rank.js';

proveRule(senNeedsOneRank, {
  fails: { 'two primary needs': [aSenNeed(), aSenNeed({ key: 'b', need: 'MLD' })] },
  passes: {
    'first and second': [aSenNeed(), aSenNeed({ key: 'b', need: 'MLD', rank: 2 })],
    'a primary need of the past': [aSenNeed(), aSenNeed({ key: 'b', need: 'MLD', endDate: '2025-07-21' })],
    'two unranked': [aSenNeed({ rank: undefined }), aSenNeed({ rank: undefined })],
  },
});
