import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const senSupportHigh = fileRule({
  code: '2205',
  title: 'More than 40 in a hundred pupils have SEN support',
  severity: 'info',
  kinds: ['pupil', 'sen-provision'],
  fields: ['provision'],
  help: 'It may well be so: ask the school whether the figures are right.',
  source: census(2205),
  begin: () => {
    const share = new Share();

    return {
      see: (record, { asOf }) => {
        if (record.kind === 'pupil') share.add(false);
        else if (record.provision === 'K' && runsOn(record, asOf)) share.has(record.pupilKey);
        return false;
      },
      end: () => share.isAbove(40),
    };
  },
});
