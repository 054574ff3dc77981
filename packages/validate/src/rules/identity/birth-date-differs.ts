import { otherwise } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const birthDateDiffers = storeRule({
  code: 'birth-date-differs',
  title: 'Date of birth differs between schools',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['birthDate'],
  by: 'upn',
  help: 'Ask the schools which of them is right.',
  source: byDefinition('pupil'),
  broken: (person) => otherwise(person, (pupil) => pupil.birthDate),
});
