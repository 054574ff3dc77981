import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

/** Where the file tells of SEN at all: one that carries no provision says nothing. */
export const senNone = fileRule({
  code: '2200',
  title: 'No pupil of the file has SEN',
  severity: 'info',
  kinds: ['pupil', 'sen-provision'],
  fields: ['provision'],
  help: 'Ask the school whether its SEN provision was exported.',
  source: census(2200),
  begin: () => {
    const share = new Share();
    let isTold = false;
    return {
      see: (record, { asOf }) => {
        if (record.kind === 'pupil') share.add(false);
        else {
          isTold = true;
          if (record.provision !== 'N' && runsOn(record, asOf)) share.has(record.pupilKey);
        }
        return false;
      },
      end: () => isTold && share.isAtLeast(0) && !share.isAbove(0),
    };
  },
});
