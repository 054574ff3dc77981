import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedsMany } from './2166-sen-needs-many.js';

const two = [aSenNeed(), aSenNeed({ key: 'other', need: 'MLD', rank: 2 })];

proveRule(senNeedsMany, {
  fails: {
    three: { records: [...two, aSenNeed({ key: 'third', need: 'ASD', rank: 3 })], value: 'ASD' },
    'four, told once': [...two, aSenNeed({ key: 'third' }), aSenNeed({ key: 'x' })],
  },
  passes: {
    two,
    'two and one of the past': [...two, aSenNeed({ key: 'third', need: 'ASD', endDate: '2026-07-21' })],
  },
});
