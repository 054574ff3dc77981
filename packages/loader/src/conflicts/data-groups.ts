import type { Pupil } from '@rollbook/model';
import type { StoredKind } from '../kind-tables.js';

/** What a processing rule is set for: one kind of thing that a council holds about a person. */
export const dataGroups = [
  'identifiers',
  'names',
  'birth-and-sex',
  'ethnicity-and-language',
  'address',
  'contact-details',
  'medical',
  'contacts',
  'sen',
  'fsm',
  'looked-after',
  'service-child',
  'pupil-premium',
  'exclusions',
  'attainment',
  'school-history',
  'attendance',
  'admissions',
  'early-years',
  'youth',
] as const;
export type DataGroup = (typeof dataGroups)[number];

/**
 * Groups that every school says for itself, so that two can't disagree about them: always imported, whatever
 * the settings, and read from the schools' own records. One Education fixes the same two.
 */
export const fixedGroups = ['school-history', 'attendance'] as const satisfies readonly DataGroup[];

/** Properties of a pupil that belong to the file or to the sender's system and not to the person. */
export const carrierFields = [
  'kind',
  'key',
  'school',
  'provenance',
  'sent',
  'extensions',
  // Of the sender's own system, and so of no other school's: matching goes by them.
  'supplierIds',
] as const satisfies readonly (keyof Pupil)[];

export type HeldPupilField = Exclude<keyof Pupil, (typeof carrierFields)[number]>;

/** The group of each field of a pupil. A field is held, and in conflict, for itself. */
export const fieldGroups = {
  upn: 'identifiers',
  formerUpns: 'identifiers',
  uln: 'identifiers',
  uci: 'identifiers',
  surname: 'names',
  forename: 'names',
  middleNames: 'names',
  preferredSurname: 'names',
  preferredForename: 'names',
  formerSurnames: 'names',
  birthDate: 'birth-and-sex',
  sex: 'birth-and-sex',
  genderIdentity: 'birth-and-sex',
  ethnicity: 'ethnicity-and-language',
  ethnicitySource: 'ethnicity-and-language',
  languages: 'ethnicity-and-language',
  religion: 'ethnicity-and-language',
  nationalities: 'ethnicity-and-language',
  countryOfBirth: 'ethnicity-and-language',
  eal: 'ethnicity-and-language',
  disabilities: 'medical',
  medicalConditions: 'medical',
  medicalFlag: 'medical',
  address: 'address',
  phones: 'contact-details',
  emails: 'contact-details',
} as const satisfies Record<HeldPupilField, DataGroup>;

/** Kinds of records about a pupil. */
export type PupilRecordKind = Exclude<StoredKind, 'school' | 'pupil'>;

/** The group of each kind of record. A record is held, and in conflict, as a whole. */
export const kindGroups = {
  contact: 'contacts',
  enrolment: 'school-history',
  'fsm-spell': 'fsm',
  'sen-provision': 'sen',
  'sen-need': 'sen',
  'looked-after': 'looked-after',
  'service-child': 'service-child',
  'pupil-premium': 'pupil-premium',
  'attendance-mark': 'attendance',
  'attendance-summary': 'attendance',
  exclusion: 'exclusions',
  'assessment-result': 'attainment',
  'admission-application': 'admissions',
  'early-years-funding': 'early-years',
  'youth-participation': 'youth',
} as const satisfies Record<PupilRecordKind, DataGroup>;

export function isDataGroup(text: string): text is DataGroup {
  return (dataGroups as readonly string[]).includes(text);
}

export function isFixedGroup(group: DataGroup): boolean {
  return (fixedGroups as readonly DataGroup[]).includes(group);
}

/** Kinds that are compared with what is held: all but those of the fixed groups. */
export const heldKinds = (Object.keys(kindGroups) as PupilRecordKind[]).filter(
  (kind) => !isFixedGroup(kindGroups[kind]),
);

/**
 * What an item is: a field of the pupil, or one record of a kind. Items are named `surname` and
 * `fsm-spell:2025-09-01|ENG`, which is a kind and the record's key without its pupil's.
 */
export function partsOfItem(item: string): { kind: StoredKind; field?: string; key?: string } {
  const colon = item.indexOf(':');
  if (colon < 0) return { kind: 'pupil', field: item };
  return { kind: item.slice(0, colon) as StoredKind, key: item.slice(colon + 1) };
}
