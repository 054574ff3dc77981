import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionPermanentSessions } from './2330-exclusion-permanent-sessions.js';

proveRule(exclusionPermanentSessions, {
  fails: { 'four sessions': { records: anExclusion({ category: 'PERM' }), value: '4' } },
  passes: { none: anExclusion({ category: 'PERM', sessions: 0 }), 'a suspension': anExclusion() },
});
