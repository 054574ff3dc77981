import { proveRule } from '../../testing/prove-rule.js';
import { aLookedAfter } from '../../testing/samples.js';
import { lookedAfterAuthorityMissing } from './looked-after-authority-missing.js';

const without = { careAuthority: undefined };

proveRule(lookedAfterAuthorityMissing, {
  fails: {
    'to the end of today': aLookedAfter({ ...without, endDate: '2026-10-01' }),
    'in care': aLookedAfter(without),
    blank: aLookedAfter({ careAuthority: ' ' }),
  },
  passes: {
    'an authority': aLookedAfter(),
    'not in care': aLookedAfter({ ...without, inCare: false }),
    'left care': aLookedAfter({ ...without, inCare: undefined, postLookedAfter: 'A' }),
    'a spell of the past': aLookedAfter({ ...without, endDate: '2025-01-01' }),
  },
});
