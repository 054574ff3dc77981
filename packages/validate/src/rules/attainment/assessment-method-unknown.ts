import { assessmentMethods } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The public lists are incomplete, so any code of the right form passes. */
export const assessmentMethodUnknown = recordRule({
  code: 'assessment-method-unknown',
  title: 'Assessment method has not the form of the DfE’s codes',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['method'],
  help: 'Map the school’s own word to the DfE’s code in the export.',
  source: ownRule('DfE, Common basic data set', 'assessment method'),
  broken: ({ method }) => method !== undefined && !assessmentMethods.accepts(method),
});
