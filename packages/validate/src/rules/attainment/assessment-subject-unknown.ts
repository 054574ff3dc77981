import { assessmentSubjects } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The public lists are incomplete, so any code of the right form passes. */
export const assessmentSubjectUnknown = recordRule({
  code: 'assessment-subject-unknown',
  title: 'Assessment subject has not the form of the DfE’s codes',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['subject'],
  help: 'Map the school’s own word to the DfE’s code in the export.',
  source: ownRule('DfE, Common basic data set', 'assessment subject'),
  broken: ({ subject }) => subject !== undefined && !assessmentSubjects.accepts(subject),
});
