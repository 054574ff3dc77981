import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion, AS_OF } from '../../testing/samples.js';
import { exclusionStartFuture } from './2290-exclusion-start-future.js';

proveRule(exclusionStartFuture, {
  fails: { tomorrow: anExclusion({ startDate: '2026-10-02' }) },
  passes: { today: anExclusion({ startDate: AS_OF }), none: anExclusion({ startDate: undefined }) },
});
