import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell, AS_OF, inReturn } from '../../testing/samples.js';
import { fsmPeriod } from './1763-fsm-period.js';

const ended = (endDate: string) => inReturn(anFsmSpell({ startDate: '2020-09-01', endDate }));

proveRule(fsmPeriod, {
  fails: { 'a year ago': ended('2025-10-01'), tomorrow: ended('2026-10-02') },
  passes: {
    'less than a year ago': ended('2025-10-02'),
    today: ended(AS_OF),
    open: inReturn(anFsmSpell()),
    'in an extract': anFsmSpell({ endDate: '2025-07-21' }),
  },
});
