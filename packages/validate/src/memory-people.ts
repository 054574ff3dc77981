import type { CanonicalRecord } from '@rollbook/model';
import { bySchoolAndKey, groupingKeyOf, type PersonAcrossSchools, pupilGroupOf } from './person.js';
import { pupilKeyOf } from './pupil-group.js';

/**
 * Brings the records of several schools together by person, for small jobs and tests: all of them are held in
 * memory. For a council's data there is `people` of a loader.
 *
 * @param records in any order; those that no pupil record belongs to are left out. A pupil is told by school
 *   and key.
 * @returns who stands there at least twice, first by UPN, then by identity; each in order of what groups them.
 */
export function peopleInMemory(records: Iterable<CanonicalRecord>): PersonAcrossSchools[] {
  const pupils = new Map<string, CanonicalRecord[]>();
  for (const record of records) {
    const key = pupilKeyOf(record);
    if (key === undefined) continue;
    const place = `${record.school ?? ''}\n${key}`;
    const list = pupils.get(place);
    if (list) list.push(record);
    else pupils.set(place, [record]);
  }
  const groups = [...pupils.values()].map(pupilGroupOf).filter(({ pupil }) => pupil !== undefined);
  return (['upn', 'identity'] as const).flatMap((by) => {
    const people = new Map<string, typeof groups>();
    for (const group of groups) {
      const key = group.pupil && groupingKeyOf(group.pupil, by);
      if (key === undefined) continue;
      const list = people.get(key);
      if (list) list.push(group);
      else people.set(key, [group]);
    }
    return [...people]
      .filter(([, list]) => list.length > 1)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, list]) => ({ by, pupils: bySchoolAndKey(list) }));
  });
}
