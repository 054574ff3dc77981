import { proveRule } from '../../testing/prove-rule.js';
import { anExclusion } from '../../testing/samples.js';
import { exclusionLong } from './2320-exclusion-long.js';

proveRule(exclusionLong, {
  fails: { 'one more than the limit': anExclusion({ sessions: 91 }) },
  passes: { 'the limit': anExclusion({ sessions: 90 }), 'not told': anExclusion({ sessions: undefined }) },
});
