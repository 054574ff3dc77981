import { resultStatuses } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const assessmentStatusUnknown = recordRule({
  code: 'assessment-status-unknown',
  title: 'Assessment status is not a code of the DfE’s',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['resultStatus'],
  help: 'Map the school’s own word to the DfE’s code in the export.',
  source: ownRule('DfE, Common basic data set', 'assessment status'),
  broken: ({ resultStatus }) => resultStatus !== undefined && !resultStatuses.accepts(resultStatus),
});
