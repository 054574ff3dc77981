import type { SenProvision } from '@rollbook/model';
import { byStart } from './ordered.js';
import type { PupilGroup } from './pupil-group.js';
import { runsOn } from './spells.js';

/**
 * The provision that a pupil has on a day: of those that run, the one that began last, since files that give
 * starts alone leave the earlier ones open.
 */
export function currentSenProvision(group: PupilGroup, date: string): SenProvision | undefined {
  const running = group.of('sen-provision').filter((spell) => runsOn(spell, date));
  return running.length < 2 ? running[0] : byStart(running, ({ startDate }) => startDate).at(-1);
}
