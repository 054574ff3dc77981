import { proveRule } from '../../testing/prove-rule.js';
import { aServiceChild } from '../../testing/samples.js';
import { serviceChildInvalid } from './1856-service-child.js';

proveRule(serviceChildInvalid, {
  fails: {
    missing: aServiceChild({ indicator: undefined }),
    'a word for a code': aServiceChild({ indicator: 'True' }),
  },
  passes: { no: aServiceChild(), refused: aServiceChild({ indicator: 'R' }) },
});
