import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const contactNameMissing = recordRule({
  code: 'contact-name-missing',
  title: 'Contact has no surname',
  severity: 'query',
  kinds: ['contact'],
  fields: ['surname'],
  help: 'Ask the school for the name of the contact.',
  source: byDefinition('contacts'),
  broken: ({ surname }) => isBlank(surname),
});
