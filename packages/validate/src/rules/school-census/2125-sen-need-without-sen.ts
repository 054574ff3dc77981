import { pupilRule } from '../../rule.js';
import { currentSenProvision } from '../../sen.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const senNeedWithoutSen = pupilRule({
  code: '2125',
  title: 'Pupil has a type of SEN although the provision is none',
  severity: 'query',
  kinds: ['sen-need', 'sen-provision'],
  fields: ['need', 'endDate'],
  help: 'Ask the school to end the need, or for the provision that meets it.',
  source: census(2125),
  broken: (group, { asOf }) =>
    currentSenProvision(group, asOf)?.provision !== 'N'
      ? undefined
      : group
          .of('sen-need')
          .filter((need) => runsOn(need, asOf))
          .map((record) => ({ record })),
});
