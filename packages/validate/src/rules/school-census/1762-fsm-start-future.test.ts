import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell, AS_OF } from '../../testing/samples.js';
import { fsmStartFuture } from './1762-fsm-start-future.js';

proveRule(fsmStartFuture, {
  fails: { tomorrow: anFsmSpell({ startDate: '2026-10-02' }) },
  passes: { today: anFsmSpell({ startDate: AS_OF }), none: anFsmSpell({ startDate: undefined }) },
});
