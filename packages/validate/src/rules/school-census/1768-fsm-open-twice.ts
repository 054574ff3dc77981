import { byStart } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmOpenTwice = pupilRule({
  code: '1768',
  title: 'Pupil has more than one open spell of free school meals',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['endDate', 'startDate'],
  help: 'Ask the school for the end of the earlier spell.',
  source: census(1768),
  broken: (group) => {
    const open = group
      .of('fsm-spell')
      .filter(({ startDate, endDate }) => startDate !== undefined && endDate === undefined);
    if (open.length < 2) return undefined;
    return byStart(open, ({ startDate }) => startDate)
      .slice(0, -1)
      .map((record) => ({ record }));
  },
});
