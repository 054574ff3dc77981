import { proveRule } from '../../testing/prove-rule.js';
import { aContact } from '../../testing/samples.js';
import { contactRelationshipUnknown } from './contact-relationship-unknown.js';

proveRule(contactRelationshipUnknown, {
  fails: { 'a word for a code': aContact({ relationship: 'Mother' }) },
  passes: { mother: aContact(), none: aContact({ relationship: undefined }) },
});
