import { pupilRule } from '../../rule.js';
import { currentSenProvision } from '../../sen.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const senNsaWithoutSupport = pupilRule({
  code: '2175',
  title: 'SEN type NSA (no assessment yet) is for SEN support (K) alone',
  severity: 'query',
  kinds: ['sen-need', 'sen-provision'],
  fields: ['need'],
  help: 'A plan follows an assessment: ask the school for the type of need.',
  source: census(2175),
  broken: (group, { asOf }) => {
    const provision = currentSenProvision(group, asOf)?.provision;
    if (provision === undefined || provision === 'K') return undefined;
    return group
      .of('sen-need')
      .filter((need) => need.need === 'NSA' && runsOn(need, asOf))
      .map((record) => ({ record }));
  },
});
