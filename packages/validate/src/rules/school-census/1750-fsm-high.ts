import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const fsmHigh = fileRule({
  code: '1750',
  title: 'More than 45 in a hundred pupils are eligible for free school meals',
  severity: 'info',
  kinds: ['pupil', 'fsm-spell'],
  fields: ['startDate', 'endDate'],
  help: 'It may well be so: ask the school whether the figures are right.',
  source: census(1750),
  begin: () => {
    const share = new Share();

    return {
      see: (record, { asOf }) => {
        if (record.kind === 'pupil') share.add(false);
        else if (record.eligible !== false && runsOn(record, asOf)) share.has(record.pupilKey);
        return false;
      },
      end: () => share.isAbove(45),
    };
  },
});
