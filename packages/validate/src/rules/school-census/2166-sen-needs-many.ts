import { byKey } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

/** Information: a school may record more, and other files carry them. */
export const senNeedsMany = pupilRule({
  code: '2166',
  title: 'Pupil has more than two types of SEN',
  severity: 'info',
  kinds: ['sen-need'],
  fields: ['need', 'rank'],
  help: 'The census takes the primary and the secondary need.',
  source: census(2166),
  broken: (group, { asOf }) => {
    const needs = group.of('sen-need');
    if (needs.length <= 2) return undefined;
    const [, , record] = byKey(needs.filter((need) => runsOn(need, asOf)));
    return record && { record };
  },
});
