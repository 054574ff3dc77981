import { proveRule } from '../../testing/prove-rule.js';
import { aContact } from '../../testing/samples.js';
import { contactPriorityMissing } from './contact-priority-missing.js';

proveRule(contactPriorityMissing, {
  fails: { missing: aContact({ priority: undefined }) },
  passes: { first: aContact(), ninth: aContact({ priority: 9 }) },
});
