import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const leavingReasonMissing = recordRule({
  code: 'leaving-reason-missing',
  title: 'Pupil has left without a reason',
  severity: 'info',
  kinds: ['enrolment'],
  fields: ['leavingReason', 'leavingDate', 'current'],
  help: 'Ask the school for the reason; a pupil who left for nowhere may be missing education.',
  source: ownRule('DfE, Common transfer file', 'school history, reason for leaving'),
  broken: ({ leavingReason, leavingDate, current }, { asOf }) =>
    current === true && leavingReason === undefined && leavingDate !== undefined && leavingDate <= asOf,
});
