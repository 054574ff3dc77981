import { proveRule } from '../../testing/prove-rule.js';
import { aContact } from '../../testing/samples.js';
import { contactNameMissing } from './contact-name-missing.js';

proveRule(contactNameMissing, {
  fails: { missing: aContact({ surname: undefined }), blank: aContact({ surname: '' }) },
  passes: { 'a surname': aContact({ forename: undefined }) },
});
