import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell, AS_OF, aServiceChild } from '../../testing/samples.js';
import { serviceChildFsm } from './1741-service-child-fsm.js';

const yes = aServiceChild({ indicator: 'Y' });

proveRule(serviceChildFsm, {
  fails: {
    both: [yes, anFsmSpell()],
    'a spell that ends today': [yes, anFsmSpell({ endDate: AS_OF })],
    'told once for two spells': [yes, anFsmSpell(), anFsmSpell({ key: 'b', startDate: '2026-09-01' })],
  },
  passes: {
    'no service child': [aServiceChild(), anFsmSpell()],
    'a parent who served before': [aServiceChild({ indicator: 'Y', endDate: '2026-09-30' }), anFsmSpell()],
    'a spell that is over': [yes, anFsmSpell({ endDate: '2026-09-30' })],
    'not eligible': [yes, anFsmSpell({ eligible: false })],
    'nothing told of the parents': anFsmSpell(),
  },
});
