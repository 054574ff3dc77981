import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const assessmentBodyWithoutQualification = recordRule({
  code: 'assessment-body-without-qualification',
  title: 'Result of an awarding body names no qualification',
  severity: 'info',
  kinds: ['assessment-result'],
  fields: ['qualificationNumber', 'awardingBody'],
  help: 'Ask the school for the qualification number.',
  source: byDefinition('assessment results'),
  broken: ({ awardingBody, qualificationNumber }) =>
    awardingBody !== undefined && qualificationNumber === undefined,
});
