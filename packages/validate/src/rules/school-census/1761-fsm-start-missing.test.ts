import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmStartMissing } from './1761-fsm-start-missing.js';

proveRule(fsmStartMissing, {
  fails: { 'an end alone': anFsmSpell({ startDate: undefined, endDate: '2026-07-21' }) },
  passes: { 'a start': anFsmSpell(), 'a bare yes': anFsmSpell({ startDate: undefined, eligible: true }) },
});
