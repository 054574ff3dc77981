import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell, aPupil, manyPupils } from '../../testing/samples.js';
import { fsmHigh } from './1750-fsm-high.js';

const file = (count: number, eligible: number, changes = {}) =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    ...(i < eligible ? [anFsmSpell({ ...keys, ...changes }), anFsmSpell({ ...keys, ...changes })] : []),
  ]);

proveRule(fsmHigh, {
  fails: {
    'nineteen of forty': file(40, 19),
  },
  passes: {
    'eighteen of forty': file(40, 18),
    'too few pupils': file(29, 29),
    'spells that are over': file(30, 30, { endDate: '2026-09-30' }),
    'not eligible': file(30, 30, { eligible: false }),
  },
});
