import { otherwise } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const sexDiffers = storeRule({
  code: 'sex-differs',
  title: 'Sex differs between schools',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['sex'],
  by: 'upn',
  help: 'Ask the schools which of them is right.',
  source: byDefinition('pupil'),
  broken: (person) => otherwise(person, (pupil) => pupil.sex),
});
