import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, aSenProvision, manyPupils } from '../../testing/samples.js';
import { senNone } from './2200-sen-none.js';

const file = (count: number, having: number, changes = {}) =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    aSenProvision({ ...keys, provision: i < having ? 'K' : 'N', ...changes }),
  ]);

proveRule(senNone, {
  fails: {
    'none of thirty': file(30, 0),
    'support that is over': file(30, 30, { endDate: '2026-09-30' }),
  },
  passes: {
    'one of thirty': file(30, 1),
    'too few pupils': file(29, 0),
    'a file without provisions': manyPupils(30, ({ key }) => [aPupil({ key })]),
  },
});
