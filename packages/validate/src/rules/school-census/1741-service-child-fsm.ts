import { byKey } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const serviceChildFsm = pupilRule({
  code: '1741',
  title: 'Service child is eligible for free school meals',
  severity: 'query',
  kinds: ['fsm-spell', 'service-child'],
  fields: ['startDate', 'endDate'],
  help: 'By the Ministry of Defence’s criteria children of serving personnel are not eligible: ask which is right.',
  source: census(1741),
  broken: (group, { asOf }) => {
    if (!group.of('service-child').some((one) => one.indicator === 'Y' && runsOn(one, asOf)))
      return undefined;
    const [record] = byKey(
      group.of('fsm-spell').filter((spell) => spell.eligible !== false && runsOn(spell, asOf)),
    );
    return record && { record };
  },
});
