import { keyStages } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The public lists are incomplete, so any code of the right form passes. */
export const assessmentStageUnknown = recordRule({
  code: 'assessment-stage-unknown',
  title: 'Assessment stage has not the form of the DfE’s codes',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['stage'],
  help: 'Map the school’s own word to the DfE’s code in the export.',
  source: ownRule('DfE, Common basic data set', 'assessment stage'),
  broken: ({ stage }) => stage !== undefined && !keyStages.accepts(stage),
});
