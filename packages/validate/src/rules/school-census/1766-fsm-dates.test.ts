import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmDates } from './1766-fsm-dates.js';

proveRule(fsmDates, {
  fails: { 'the day before': anFsmSpell({ startDate: '2026-01-05', endDate: '2026-01-04' }) },
  passes: { 'one day': anFsmSpell({ endDate: '2026-01-05' }), open: anFsmSpell() },
});
