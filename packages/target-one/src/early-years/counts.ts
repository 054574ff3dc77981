import { type EarlyYearsTerm, placeByAge } from './census-terms.js';
import { type EarlyYearsChild, isFunded } from './child.js';
import type { EarlyYearsCounted, EarlyYearsSetting } from './setting.js';

const FIELDS = ['under1', 'age1', 'age2', 'age3', 'age4'] as const;

/**
 * Children by age, by the dates of birth of the collection; who is of none of its ages isn't counted. With `funded` only
 * children with funded hours.
 */
export function countByAge(
  children: Iterable<EarlyYearsChild>,
  term: EarlyYearsTerm,
  only: 'all' | 'funded' = 'all',
): EarlyYearsCounted {
  const counts = { under1: 0, age1: 0, age2: 0, age3: 0, age4: 0 };
  for (const child of children) {
    if (only === 'funded' && !isFunded(child)) continue;
    const placed = placeByAge(child.birthDate, term);
    if (placed.status === 'in') counts[FIELDS[placed.age]]++;
  }
  return counts;
}

/** What the return says of children by age: the setting's own figures, and where it has none the counted ones. */
export function countsOf(
  setting: EarlyYearsSetting,
  children: Iterable<EarlyYearsChild>,
  term: EarlyYearsTerm,
  only: 'all' | 'funded' = 'all',
): EarlyYearsCounted {
  const counted = countByAge(children, term, only);
  for (const field of FIELDS) counted[field] = setting.counts?.[field] ?? counted[field];
  return counted;
}
