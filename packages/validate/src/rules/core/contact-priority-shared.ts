import { byKey, repeated } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Information: parents who live together often share the first place. */
export const contactPriorityShared = pupilRule({
  code: 'contact-priority-shared',
  title: 'Two contacts have the same priority',
  severity: 'info',
  kinds: ['contact'],
  fields: ['priority'],
  help: 'Ask the school in which order the contacts are to be called.',
  source: byDefinition('contacts'),
  broken: (group) => {
    const contacts = group.of('contact');
    if (contacts.length < 2) return undefined;
    return repeated(byKey(contacts), ({ priority }) => priority).map((record) => ({ record }));
  },
});
