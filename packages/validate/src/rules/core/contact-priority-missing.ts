import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const contactPriorityMissing = recordRule({
  code: 'contact-priority-missing',
  title: 'Contact has no priority',
  severity: 'info',
  kinds: ['contact'],
  fields: ['priority'],
  help: 'Ask the school in which order the contacts are to be called.',
  source: byDefinition('contacts'),
  broken: ({ priority }) => priority === undefined,
});
