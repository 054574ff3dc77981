import type { SensitiveGroup } from '../pupils/fit-pupil.js';
import type { EarlyYearsChild } from './child.js';

/** What was left out of a return since no option named it, by group, in values. */
export type WithheldValues = Partial<Record<SensitiveGroup, number>>;

/** Bases of the pupil premium that tell of care: other, and both. */
const CARE_BASIS = /^[ER][OB]$/;
const BASIS_GROUPS: Readonly<Record<string, SensitiveGroup>> = { HSD: 'sen', LAA: 'looked-after' };

/**
 * Leaves out what may not be sent: ethnicity; SEN provision and the funding basis HSD (`sen`); the disability access fund
 * (`health`); the funding basis LAA and a pupil premium basis that tells of care (`looked-after`). `withheld` is added to.
 */
export function fitChild(
  child: EarlyYearsChild,
  include: ReadonlySet<SensitiveGroup>,
  withheld: WithheldValues,
): EarlyYearsChild {
  const kept = { ...child };
  const leave = (group: SensitiveGroup, field: keyof EarlyYearsChild): void => {
    if (kept[field] === undefined || include.has(group)) return;
    withheld[group] = (withheld[group] ?? 0) + 1;
    Reflect.deleteProperty(kept, field);
  };
  leave('ethnicity', 'ethnicity');
  leave('sen', 'senProvision');
  leave('health', 'dafIndicator');
  if (child.eyppBasis !== undefined && CARE_BASIS.test(child.eyppBasis)) leave('looked-after', 'eyppBasis');
  if (child.fundingBases !== undefined) {
    const bases = child.fundingBases.filter((basis) => {
      const group = BASIS_GROUPS[basis];
      if (group === undefined || include.has(group)) return true;
      withheld[group] = (withheld[group] ?? 0) + 1;
      return false;
    });
    if (bases.length > 0) kept.fundingBases = bases;
    else delete kept.fundingBases;
  }
  return kept;
}
