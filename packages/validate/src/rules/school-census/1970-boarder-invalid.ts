import { boarderStatuses } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const boarderInvalid = recordRule({
  code: '1970',
  title: 'Boarder indicator is not a code of the DfE’s',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['boarder'],
  help: 'Use B or N; special schools also 6 and 7 for the nights of a week.',
  source: census(1970),
  broken: ({ boarder }) => boarder !== undefined && !boarderStatuses.accepts(boarder),
});
