import { proveRule } from '../../testing/prove-rule.js';
import { aLookedAfter } from '../../testing/samples.js';
import { lookedAfterAuthorityUnknown } from './looked-after-authority-unknown.js';

proveRule(lookedAfterAuthorityUnknown, {
  fails: {
    'a name for a number': aLookedAfter({ careAuthority: 'Leicester' }),
    'no LA': aLookedAfter({ careAuthority: '999' }),
  },
  passes: {
    Leicester: aLookedAfter(),
    none: aLookedAfter({ careAuthority: undefined }),
    'a blank': aLookedAfter({ careAuthority: ' ' }),
  },
});
