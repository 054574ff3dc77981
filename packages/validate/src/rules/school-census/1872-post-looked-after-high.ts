import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

export const postLookedAfterHigh = fileRule({
  code: '1872',
  title: 'More than 5 in a hundred pupils were looked after before',
  severity: 'info',
  kinds: ['pupil', 'looked-after'],
  fields: ['postLookedAfter'],
  help: 'It may well be so: ask the school whether the figures are right.',
  source: census(1872),
  begin: () => {
    const share = new Share();

    return {
      see: (record) => {
        if (record.kind === 'pupil') share.add(false);
        else if (record.postLookedAfter !== undefined && record.postLookedAfter !== 'N') {
          share.has(record.pupilKey);
        }
        return false;
      },
      end: () => share.isAbove(5),
    };
  },
});
