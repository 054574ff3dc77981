import { byKey, repeated } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

export const senNeedsOneRank = pupilRule({
  code: '2165',
  title: 'Two SEN needs have the same rank',
  severity: 'query',
  kinds: ['sen-need'],
  fields: ['rank', 'need'],
  help: 'Ask the school which need comes first.',
  source: census(2165),
  broken: (group, { asOf }) => {
    const needs = group.of('sen-need');
    if (needs.length < 2) return undefined;
    const current = byKey(needs.filter((need) => runsOn(need, asOf)));
    return repeated(current, ({ rank }) => rank).map((record) => ({ record }));
  },
});
