import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmOneDay } from './1745-fsm-one-day.js';

proveRule(fsmOneDay, {
  fails: { 'from and to one day': anFsmSpell({ startDate: '2026-01-05', endDate: '2026-01-05' }) },
  passes: {
    'two days': anFsmSpell({ startDate: '2026-01-05', endDate: '2026-01-06' }),
    open: anFsmSpell(),
    'no dates': anFsmSpell({ startDate: undefined, eligible: true }),
  },
});
