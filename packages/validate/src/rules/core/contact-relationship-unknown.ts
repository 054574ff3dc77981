import { contactRelationships } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const contactRelationshipUnknown = recordRule({
  code: 'contact-relationship-unknown',
  title: 'Relationship of the contact is not a code of the DfE’s',
  severity: 'info',
  kinds: ['contact'],
  fields: ['relationship'],
  help: 'Map the school’s own words to the DfE’s codes in the export.',
  source: ownRule('DfE, Common basic data set', 'contact relationship'),
  broken: ({ relationship }) => relationship !== undefined && !contactRelationships.accepts(relationship),
});
