import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmOpenTwice } from './1768-fsm-open-twice.js';

proveRule(fsmOpenTwice, {
  fails: {
    'two open, told of the earlier': {
      records: [anFsmSpell({ key: 'a', startDate: '2026-09-01' }), anFsmSpell({ key: 'b' })],
      key: 'b',
    },
  },
  passes: {
    one: anFsmSpell(),
    'one of two has ended': [
      anFsmSpell(),
      anFsmSpell({ key: 'b', startDate: '2024-09-01', endDate: '2025-07-21' }),
    ],
    'a bare yes beside a spell': [anFsmSpell(), anFsmSpell({ startDate: undefined, eligible: true })],
  },
});
