import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';
import { overlapping } from '../../spells.js';

/** Two spells that are both open are told by 1768. */
export const fsmSpellsOverlap = pupilRule({
  code: 'fsm-spells-overlap',
  title: 'Spell of free school meals begins before an earlier one has ended',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['startDate', 'endDate'],
  help: 'Ask the school for the dates of both spells.',
  source: byDefinition('spells'),
  broken: (group) => {
    const spells = group.of('fsm-spell');
    if (spells.length < 2) return undefined;
    const open = spells.filter(({ endDate }) => endDate === undefined).length;
    return overlapping(spells, open > 1 ? 'next-start' : 'runs-on').map((record) => ({ record }));
  },
});
