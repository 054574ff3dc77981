import type { PupilWithRecords } from '@rollbook/loader';
import {
  enrolmentKey,
  formatUpn,
  spellKey,
  type CanonicalRecord,
  type Enrolment,
  type FileProvenance,
  type LookedAfter,
  type Pupil,
  type SenProvision,
  type YouthParticipation,
} from '@rollbook/model';

/** A school of an LA number that no authority has. */
export const SCHOOL = '9994001';
export const ID = '9990000000001';

const file: FileProvenance = { sha256: null, size: null, supplier: 'test', format: 'test' };
const provenance = { file, place: { line: 7 } };
export const KEY = 'upn:' + formatUpn({ la: 999, establishment: 4001, year: 21, serial: 1 });
const shared = { pupilKey: KEY, school: SCHOOL, provenance };

/** Born on 10 January 2010: academic age 15 in 2025/26, 16 in 2026/27. */
export function pupil(fields: Partial<Pupil> = {}): Pupil {
  return {
    kind: 'pupil',
    key: KEY,
    school: SCHOOL,
    provenance,
    upn: KEY.slice(4),
    uln: '1000000035',
    supplierIds: { youngPersonId: ID },
    surname: 'Example',
    forename: 'Ada',
    middleNames: 'Bea',
    preferredSurname: 'Sample',
    preferredForename: 'Addy',
    birthDate: '2010-01-10',
    sex: 'F',
    ethnicity: 'WENG',
    address: { paon: '14', street: 'Weir Road', town: 'Testham', county: 'Testshire', postcode: 'ZZ99 9ZZ' },
    ...fields,
  };
}

export function withRecords(
  records: readonly CanonicalRecord[] = [],
  fields: Partial<Pupil> = {},
): PupilWithRecords {
  const one = pupil(fields);
  return {
    school: SCHOOL,
    key: one.key,
    pupil: one,
    records,
    guid: null,
    contactGuids: new Map(),
    personId: null,
    matchState: 'unknown',
    lastLoadId: 1,
  };
}

let serial = 0;

export function participation(
  activity: string | undefined,
  startDate: string | undefined,
  endDate?: string,
  fields: Partial<YouthParticipation> = {},
): YouthParticipation {
  serial += 1;
  return {
    kind: 'youth-participation',
    key: `p${serial}`,
    ...shared,
    ...(activity !== undefined && { activity }),
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    ...fields,
  };
}

export function enrolment(
  attended: string,
  entryDate: string | undefined,
  fields: Partial<Enrolment> = {},
): Enrolment {
  return {
    kind: 'enrolment',
    key: enrolmentKey(KEY, { attended, entryDate }),
    ...shared,
    attended,
    ...(entryDate !== undefined && { entryDate }),
    ...fields,
  };
}

export function sen(provision: string, startDate?: string, endDate?: string): SenProvision {
  return {
    kind: 'sen-provision',
    key: spellKey(KEY, startDate, provision),
    ...shared,
    provision,
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
  };
}

export function lookedAfter(fields: Partial<LookedAfter> = {}): LookedAfter {
  return {
    kind: 'looked-after',
    key: spellKey(KEY, fields.startDate),
    ...shared,
    startDate: '2020-01-01',
    inCare: true,
    ...fields,
  };
}

/** The same record as of a file written on a day. */
export function writtenOn(record: Enrolment, createdAt: string): Enrolment {
  return { ...record, provenance: { ...record.provenance, file: { ...file, createdAt } } };
}
