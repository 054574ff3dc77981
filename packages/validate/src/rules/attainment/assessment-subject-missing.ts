import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const assessmentSubjectMissing = recordRule({
  code: 'assessment-subject-missing',
  title: 'Assessment does not say what was assessed',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['subject', 'component', 'qualificationNumber'],
  help: 'Ask the school for the subject, the component or the qualification number.',
  source: byDefinition('assessment results'),
  broken: ({ subject, component, qualificationNumber }) =>
    subject === undefined && component === undefined && qualificationNumber === undefined,
});
