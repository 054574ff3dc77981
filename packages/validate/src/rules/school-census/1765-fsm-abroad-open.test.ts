import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell, AS_OF } from '../../testing/samples.js';
import { fsmAbroadOpen } from './1765-fsm-abroad-open.js';

proveRule(fsmAbroadOpen, {
  fails: {
    'open in Wales': anFsmSpell({ country: 'WLS' }),
    'ends today': anFsmSpell({ country: 'SCT', endDate: AS_OF }),
  },
  passes: {
    'ended in Wales': anFsmSpell({ country: 'WLS', endDate: '2026-09-30' }),
    'open in England': anFsmSpell(),
    'no country': anFsmSpell({ country: undefined }),
  },
});
