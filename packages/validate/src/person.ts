import type { CanonicalRecord, Pupil } from '@rollbook/model';
import { isBlank } from './blank.js';
import { PupilCollector, type PupilGroup } from './pupil-group.js';

/**
 * What brings a person's records at several schools together: one UPN; or one identity, which is surname,
 * forename (both without regard to case and white space), date of birth and sex, all four there.
 */
export type PersonGrouping = 'upn' | 'identity';

/** What the schools of a store hold of one person, who stands in it at least twice. */
export interface PersonAcrossSchools {
  readonly by: PersonGrouping;
  /** A group for each pupil record, with the records that belong to it; by school, then by key. */
  readonly pupils: readonly PupilGroup[];
}

/** A name as identities compare it: in NFC, without white space around it, runs of it as one blank, lower case. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What {@link PersonGrouping} `identity` groups by, as one text; undefined unless all four are there. */
export function identityOf({
  surname,
  forename,
  birthDate,
  sex,
}: Pick<Pupil, 'surname' | 'forename' | 'birthDate' | 'sex'>): string | undefined {
  if (surname === undefined || forename === undefined || !birthDate || !sex) return undefined;
  const [last, first] = [foldName(surname), foldName(forename)];
  // Folded names hold no line feed, so two identities never run into one text.
  return last === '' || first === '' ? undefined : `${last}\n${first}\n${birthDate}\n${sex}`;
}

/** What brings a pupil's records together under a grouping; undefined when the pupil has none. */
export function groupingKeyOf(pupil: Pupil, by: PersonGrouping): string | undefined {
  if (by === 'identity') return identityOf(pupil);
  return isBlank(pupil.upn) ? undefined : pupil.upn;
}

/** A group of the records of one pupil, the pupil record among them, that may be kept. */
export function pupilGroupOf(records: readonly CanonicalRecord[]): PupilGroup {
  const group = new PupilCollector();
  for (const record of records) group.add(record);
  return group;
}

/** The pupils by school and key, in the order of UTF-16 units; those under no school come first. */
export function bySchoolAndKey(pupils: readonly PupilGroup[]): PupilGroup[] {
  const places = pupils.map((group) => ({
    group,
    school: group.pupil?.school ?? '',
    key: group.pupil?.key ?? '',
  }));
  const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return places.sort((a, b) => order(a.school, b.school) || order(a.key, b.key)).map(({ group }) => group);
}
