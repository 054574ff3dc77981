import { proveRule } from '../../testing/prove-rule.js';
import { aLookedAfter } from '../../testing/samples.js';
import { postLookedAfter } from './1871-post-looked-after.js';

proveRule(postLookedAfter, {
  fails: { 'a word for a code': aLookedAfter({ postLookedAfter: 'Adopted' }) },
  passes: { adopted: aLookedAfter({ postLookedAfter: 'A' }), none: aLookedAfter() },
});
