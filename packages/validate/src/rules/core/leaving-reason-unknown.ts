import { leavingReasons } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const leavingReasonUnknown = recordRule({
  code: 'leaving-reason-unknown',
  title: 'Reason for leaving is not of the form of a DfE code',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['leavingReason'],
  help: 'Map the school’s own words to the DfE’s codes in the export.',
  source: ownRule('DfE, Common basic data set', 'reason for leaving (item 100244)'),
  broken: ({ leavingReason }) => leavingReason !== undefined && !leavingReasons.accepts(leavingReason),
});
