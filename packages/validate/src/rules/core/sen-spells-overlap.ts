import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';
import { overlapping } from '../../spells.js';

/** A pupil has one provision at a time. Files before CTF 17 give starts alone: the next start ends a spell. */
export const senSpellsOverlap = pupilRule({
  code: 'sen-spells-overlap',
  title: 'SEN provision begins before an earlier one has ended',
  severity: 'query',
  kinds: ['sen-provision'],
  fields: ['startDate', 'endDate'],
  help: 'Ask the school for the dates of both spells.',
  source: byDefinition('spells'),
  broken: (group) => overlapping(group.of('sen-provision'), 'next-start').map((record) => ({ record })),
});
