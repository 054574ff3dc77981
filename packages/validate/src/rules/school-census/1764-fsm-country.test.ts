import { proveRule } from '../../testing/prove-rule.js';
import { anFsmSpell } from '../../testing/samples.js';
import { fsmCountry } from './1764-fsm-country.js';

proveRule(fsmCountry, {
  fails: { 'another code': anFsmSpell({ country: 'GBR' }) },
  passes: {
    England: anFsmSpell(),
    Wales: anFsmSpell({ country: 'WLS' }),
    none: anFsmSpell({ country: undefined }),
  },
});
