import { otherwise } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const ulnDiffers = storeRule({
  code: 'uln-differs',
  title: 'ULN differs between schools under one UPN',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['uln'],
  by: 'upn',
  help: 'Ask the schools which of them is right.',
  source: byDefinition('pupil'),
  broken: (person) => otherwise(person, (pupil) => pupil.uln),
});
