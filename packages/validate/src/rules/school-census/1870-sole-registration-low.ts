import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

export const soleRegistrationLow = fileRule({
  code: '1870',
  title: 'Fewer than 95 in a hundred pupils are registered at this school alone',
  severity: 'info',
  kinds: ['enrolment'],
  fields: ['status', 'current'],
  help: 'The status counts for funding: ask the school why so many are at two schools.',
  source: census(1870),
  begin: () => {
    const share = new Share();

    return {
      see: ({ current, status }) => {
        if (current === true && status !== undefined) share.add(status === 'C');
        return false;
      },
      end: () => share.isBelow(95),
    };
  },
});
