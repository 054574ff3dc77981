import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed } from '../../testing/samples.js';
import { senNeedTypeMissing } from './2130-sen-need-type-missing.js';

proveRule(senNeedTypeMissing, {
  fails: { 'a rank alone': aSenNeed({ need: undefined }) },
  passes: { both: aSenNeed(), neither: aSenNeed({ need: undefined, rank: undefined }) },
});
