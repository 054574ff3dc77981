import { proveRule } from '../../testing/prove-rule.js';
import { aContact } from '../../testing/samples.js';
import { contactPriorityShared } from './contact-priority-shared.js';

proveRule(contactPriorityShared, {
  fails: { 'two first': [aContact(), aContact({ key: 'b', forename: 'Ravi' })] },
  passes: {
    'first and second': [aContact(), aContact({ key: 'b', priority: 2 })],
    'two without': [aContact({ priority: undefined }), aContact({ priority: undefined })],
  },
});
