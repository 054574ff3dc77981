import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

export const partTimeHigh = fileRule({
  code: '1960',
  title: 'More than 35 in a hundred pupils are part-time',
  severity: 'info',
  kinds: ['enrolment'],
  fields: ['partTime', 'current'],
  help: 'It is usual in a nursery school alone: ask the school whether the figures are right.',
  source: census(1960),
  begin: () => {
    const share = new Share();

    return {
      see: ({ current, partTime }) => {
        if (current === true && partTime !== undefined) share.add(partTime);
        return false;
      },
      end: () => share.isAbove(35),
    };
  },
});
