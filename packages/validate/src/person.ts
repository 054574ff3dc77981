import type { PupilGroup } from './pupil-group.js';

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
