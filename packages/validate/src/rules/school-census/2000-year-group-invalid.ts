import { yearGroups } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Only information when it is missing, and asked of the registration at the sending school alone. */
export const yearGroupInvalid = recordRule({
  code: '2000',
  title: 'Year group is missing, or not one of the DfE’s',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['yearGroup', 'current'],
  help: 'Use N1, N2, R, 1 to 14, or X where the national curriculum is not followed.',
  source: census(2000),
  broken: ({ yearGroup, current }) => {
    if (yearGroup === undefined) return current === true && { severity: 'info' };
    return !yearGroups.accepts(yearGroup);
  },
});
