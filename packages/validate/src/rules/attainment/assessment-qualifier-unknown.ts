import { resultQualifiers } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The public lists are incomplete, so any code of the right form passes. */
export const assessmentQualifierUnknown = recordRule({
  code: 'assessment-qualifier-unknown',
  title: 'Assessment kind of result has not the form of the DfE’s codes',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['resultQualifier'],
  help: 'Map the school’s own word to the DfE’s code in the export.',
  source: ownRule('DfE, Common basic data set', 'assessment kind of result'),
  broken: ({ resultQualifier }) =>
    resultQualifier !== undefined && !resultQualifiers.accepts(resultQualifier),
});
