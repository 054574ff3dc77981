import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const assessmentResultEmpty = recordRule({
  code: 'assessment-result-empty',
  title: 'Assessment has no result',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result'],
  help: 'Ask the school for the result, or for the code that says why there is none.',
  source: byDefinition('assessment results'),
  broken: ({ result }) => isBlank(result),
});
