import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed, aSenProvision } from '../../testing/samples.js';
import { senNeedWithoutProvision } from './sen-need-without-provision.js';

proveRule(senNeedWithoutProvision, {
  fails: { 'two needs, told once': [aSenNeed(), aSenNeed({ key: 'b', rank: 2 })] },
  passes: { 'a need and a provision': [aSenProvision(), aSenNeed()], 'a provision alone': aSenProvision() },
});
