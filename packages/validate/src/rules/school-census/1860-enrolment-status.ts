import { enrolmentStatuses } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Asked of the registration at the sending school alone, and only information when it is missing. */
export const enrolmentStatus = recordRule({
  code: '1860',
  title: 'Enrolment status is missing, or not a code of the DfE’s',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['status', 'current'],
  help: 'Use C, or M and S for a pupil who is registered at two schools, or G for a guest.',
  source: census(1860),
  broken: ({ status, current }) => {
    if (status === undefined) return current === true && { severity: 'info' };
    return !enrolmentStatuses.accepts(status);
  },
});
