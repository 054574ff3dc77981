import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, aSenProvision, manyPupils } from '../../testing/samples.js';
import { senSupportHigh } from './2205-sen-support-high.js';

const file = (count: number, having: number, changes = {}) =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    ...(i < having ? [aSenProvision({ ...keys, provision: 'K', ...changes })] : []),
  ]);

proveRule(senSupportHigh, {
  fails: {
    '13 of thirty': file(30, 13),
  },
  passes: {
    '12 of thirty': file(30, 12),
    'too few pupils': file(29, 29),
    'another provision': file(30, 30, { provision: 'E' }),
    'spells that are over': file(30, 30, { endDate: '2026-09-30' }),
  },
});
