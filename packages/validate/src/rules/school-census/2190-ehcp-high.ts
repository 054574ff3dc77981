import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const ehcpHigh = fileRule({
  code: '2190',
  title: 'More than 10 in a hundred pupils have an education, health and care plan',
  severity: 'info',
  kinds: ['pupil', 'sen-provision'],
  fields: ['provision'],
  help: 'It is usual in a special school alone: ask the school whether the figures are right.',
  source: census(2190),
  begin: () => {
    const share = new Share();

    return {
      see: (record, { asOf }) => {
        if (record.kind === 'pupil') share.add(false);
        else if (record.provision === 'E' && runsOn(record, asOf)) share.has(record.pupilKey);
        return false;
      },
      end: () => share.isAbove(10),
    };
  },
});
