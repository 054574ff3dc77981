import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionCategoryInvalid } from './2275-exclusion-category-invalid.js';

proveRule(exclusionCategoryInvalid, {
  fails: { 'an internal exclusion': anExclusion({ category: 'INT' }) },
  passes: {
    suspension: anExclusion(),
    'the older code': anExclusion({ category: 'FIXD' }),
    none: anExclusion({ category: undefined }),
  },
});
