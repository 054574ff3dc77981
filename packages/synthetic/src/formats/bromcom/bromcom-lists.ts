import { type CanonicalRecord, ethnicities, type RecordKind, type RecordOf } from '@rollbook/model';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';

export type BromcomValue = string | number | boolean | undefined;

/** A list of Bromcom's: an entity of its feeds, which ad hoc reports have too. */
export interface BromcomList {
  readonly name: string;
  /** Fields in Pascal case, as OData has them; dates by their names. */
  readonly fields: readonly string[];
  /** Rows of one pupil. */
  rows(pupil: SyntheticPupil): Iterable<readonly BromcomValue[]>;
}

/** Fields that hold days. */
export const dateFields: ReadonlySet<string> = new Set([
  'DateOfBirth',
  'DateOfEntry',
  'AttendanceDate',
  'ExclusionStartDate',
  'ExclusionEndDate',
]);

function recordsOf<K extends RecordKind>({ records }: SyntheticPupil, kind: K): RecordOf<K>[] {
  return (records as readonly CanonicalRecord[]).filter(
    (record): record is RecordOf<K> => record.kind === kind,
  );
}

const SEXES: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };
const TYPES: Readonly<Record<string, string>> = {
  SUSP: 'Suspension',
  FIXD: 'Fixed Period',
  PERM: 'Permanent',
  LNCH: 'Lunchtime',
};

/** Pupils, session marks and exclusions of a school, the first of a trust. */
export function bromcomLists(school: SyntheticSchool): readonly BromcomList[] {
  const ids = ({ index }: SyntheticPupil): readonly BromcomValue[] => [1, index + 1, `1-${index + 1}`];
  const idFields = ['VisionSchoolId', 'StudentId', 'SchoolStudentId'];
  return [
    {
      name: 'Students',
      fields: [
        ...[...idFields, 'UPN', 'AdmissionNumber', 'LegalFirstName', 'LegalLastName', 'MiddleName'],
        ...['PreferredFirstName', 'PreferredLastName', 'Gender', 'DateOfBirth', 'PostCode', 'YearGroup'],
        ...['TutorGroup', 'DateOfEntry', 'Ethnicity', 'Provision', 'HasFSM', 'IsLAC'],
      ],
      *rows(each) {
        const { pupil } = each;
        const own = recordsOf(each, 'enrolment').find(({ current }) => current);
        const sen = recordsOf(each, 'sen-provision').find(({ endDate }) => endDate === undefined);
        const fsm = recordsOf(each, 'fsm-spell').some(({ endDate }) => endDate === undefined);
        yield [
          ...[...ids(each), pupil.upn, own?.admissionNumber, pupil.forename, pupil.surname],
          ...[pupil.middleNames, pupil.preferredForename, pupil.preferredSurname, SEXES[pupil.sex ?? '']],
          ...[pupil.birthDate, pupil.address?.postcode, own?.yearGroup, own?.registrationGroup],
          ...[own?.entryDate, ethnicities.label(pupil.ethnicity ?? '', school.date), sen?.provision, fsm],
          recordsOf(each, 'looked-after').length > 0,
        ];
      },
    },
    {
      name: 'SessionAttendance',
      fields: [...idFields, 'AttendanceDate', 'CalendarName', 'Mark'],
      *rows(each) {
        for (const { date, session, code } of recordsOf(each, 'attendance-mark'))
          yield [...ids(each), date, session, code];
      },
    },
    {
      name: 'Exclusions',
      fields: [
        ...[...idFields, 'StudentExclusionID', 'ExclusionType', 'ExclusionStartDate'],
        ...['ExclusionEndDate', 'NumberOfSessions'],
      ],
      *rows(each) {
        for (const [i, exclusion] of recordsOf(each, 'exclusion').entries()) {
          yield [
            ...[...ids(each), each.index * 100 + i + 1, TYPES[exclusion.category ?? '']],
            ...[exclusion.startDate, exclusion.endDate, exclusion.sessions],
          ];
        }
      },
    },
  ];
}

/** Rows of all pupils. */
export function* bromcomRows(
  list: BromcomList,
  school: SyntheticSchool,
): Generator<readonly BromcomValue[], void, undefined> {
  for (const pupil of school.pupils()) yield* list.rows(pupil);
}
