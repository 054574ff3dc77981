import { isOfReturn } from '../../census-return.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The day a year before, as text; 29 February has one that compares all the same. */
function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

/**
 * Of returns alone. The day of the census before isn't in the records; a year before the day of this one is surely
 * before it, since there are three in a year.
 */
export const fsmPeriod = recordRule({
  code: '1763',
  title: 'Spell of free school meals ended long before the return, or ends after it',
  severity: 'info',
  kinds: ['fsm-spell'],
  fields: ['endDate'],
  help: 'A return holds spells that ran since the census before, and ends that have come.',
  source: census(1763),
  broken: (spell, { asOf }) =>
    spell.endDate !== undefined &&
    isOfReturn(spell) &&
    (spell.endDate > asOf || spell.endDate <= yearBefore(asOf)),
});
