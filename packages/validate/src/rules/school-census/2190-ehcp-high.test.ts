import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, aSenProvision, manyPupils } from '../../testing/samples.js';
import { ehcpHigh } from './2190-ehcp-high.js';

const file = (count: number, having: number, changes = {}) =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    ...(i < having ? [aSenProvision({ ...keys, provision: 'E', ...changes })] : []),
  ]);

proveRule(ehcpHigh, {
  fails: {
    '4 of thirty': file(30, 4),
  },
  passes: {
    '3 of thirty': file(30, 3),
    'too few pupils': file(29, 29),
    'another provision': file(30, 30, { provision: 'K' }),
    'spells that are over': file(30, 30, { endDate: '2026-09-30' }),
  },
});
