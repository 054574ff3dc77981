import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const senSingleNeed = pupilRule({
  code: '2160',
  title: 'The only SEN need is not ranked as the primary one',
  severity: 'query',
  kinds: ['sen-need'],
  fields: ['rank'],
  help: 'Ask the school: either a need is missing, or this one has rank 1.',
  source: census(2160),
  broken: (group, { asOf }) => {
    const [record, ...others] = group.of('sen-need').filter((need) => runsOn(need, asOf));
    if (record?.rank === undefined || others.length > 0) return undefined;
    return record.rank === 1 ? undefined : { record };
  },
});
