import type { AttendanceMark, Enrolment, Pupil } from '@rollbook/model';
import { currentEnrolments } from './current-enrolments.js';
import type { PersonAcrossSchools } from './person.js';
import type { PupilGroup } from './pupil-group.js';

/** The pupil records of a person, in the order of the groups. */
export function pupilsOf({ pupils }: PersonAcrossSchools): Pupil[] {
  return pupils.flatMap(({ pupil }) => pupil ?? []);
}

/** The first pupil record whose value is another than the first value that is there. */
export function otherwise(
  person: PersonAcrossSchools,
  valueOf: (pupil: Pupil) => string | undefined,
): { readonly record: Pupil } | undefined {
  let known: string | undefined;
  for (const record of pupilsOf(person)) {
    const value = valueOf(record);
    if (!value) continue;
    known ??= value;
    if (value !== known) return { record };
  }
  return undefined;
}

/** A person's current registrations, none where all of them are at one school. */
export function registrationsAtSeveral({ pupils }: PersonAcrossSchools, asOf: string): Enrolment[] {
  const current = pupils.flatMap((group) => currentEnrolments(group, asOf));
  return new Set(current.map(({ school }) => school)).size > 1 ? current : [];
}

/** Marks that say that the pupil was in the school itself: present, or late before the register closed. */
export function presentMarks(group: PupilGroup): AttendanceMark[] {
  return group.of('attendance-mark').filter(({ code }) => code === '/' || code === '\\' || code === 'L');
}
