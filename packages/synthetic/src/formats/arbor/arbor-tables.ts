import {
  type CanonicalRecord,
  ethnicities,
  type Exclusion,
  type RecordKind,
  type RecordOf,
} from '@rollbook/model';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';

export type ArborValue = string | number | boolean | undefined;

/** A table of the BI Connector, under its columns' names. */
export interface ArborTable {
  readonly name: string;
  /** Columns behind the three that say whose a row is. */
  readonly columns: readonly string[];
  /** Rows of one pupil, without those three. */
  rows(pupil: SyntheticPupil): Iterable<readonly ArborValue[]>;
}

export const idColumns = ['APPLICATION_ID', 'STUDENT_ID', 'STUDENT_UNIQUE_ID'] as const;

export function idsOf({ index }: SyntheticPupil, school: SyntheticSchool): readonly ArborValue[] {
  const application = `uk_example_${school.record.urn ?? school.laestab}`;
  return [application, index + 1, `${application}-${index + 1}`];
}

function recordsOf<K extends RecordKind>({ records }: SyntheticPupil, kind: K): RecordOf<K>[] {
  return (records as readonly CanonicalRecord[]).filter(
    (record): record is RecordOf<K> => record.kind === kind,
  );
}

function yearName(year: string | undefined): string | undefined {
  if (year === undefined) return undefined;
  return year === 'R' ? 'Reception' : `Year ${year}`;
}

const SEXES: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };
/** Arbor's words for marks; all others are called by their DfE code here. */
const MARK_WORDS: Readonly<Record<string, string>> = {
  '/': 'PRESENT_AM',
  '\\': 'PRESENT_PM',
  L: 'LATE',
  I: 'ILLNESS',
};

function reasons({ reasons: list }: Exclusion): string | undefined {
  return list?.join(', ');
}

/** The tables that a trust saves, as far as a school's records fill them. */
export function arborTables(school: SyntheticSchool): readonly ArborTable[] {
  const academicYear = (date: string): string => {
    const year = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0);
    return `${year}/${year + 1}`;
  };
  return [
    {
      name: 'STUDENTS',
      columns: [
        ...['UPN', 'LEGAL_FIRST_NAME', 'LEGAL_LAST_NAME', 'PREFERRED_FIRST_NAME', 'PREFERRED_LAST_NAME'],
        ...['DATE_OF_BIRTH', 'IS_CURRENT', 'SEX', 'POSTCODE', 'EMAIL_ADDRESS', 'ETHNICITY'],
        ...['CURRENT_YEAR_GROUP', 'CURRENT_REGISTRATION_GROUP', 'FSM', 'IN_CARE'],
      ],
      *rows(each) {
        const { pupil } = each;
        const own = recordsOf(each, 'enrolment').find(({ current }) => current);
        const fsm = recordsOf(each, 'fsm-spell').some(({ endDate }) => endDate === undefined);
        yield [
          ...[pupil.upn, pupil.forename, pupil.surname, pupil.preferredForename, pupil.preferredSurname],
          ...[pupil.birthDate, own !== undefined, SEXES[pupil.sex ?? ''], pupil.address?.postcode],
          ...[pupil.emails?.[0]?.address, ethnicities.label(pupil.ethnicity ?? '', school.date)],
          ...[yearName(own?.yearGroup), own?.registrationGroup],
          ...[fsm, recordsOf(each, 'looked-after').length > 0],
        ];
      },
    },
    {
      name: 'STUDENT_SCHOOL_ENROLMENTS',
      columns: ['STUDENT_SCHOOL_ENROLMENT_ID', 'START_DATE', 'END_DATE', 'CURRENTLY_ON_ROLL'],
      *rows(each) {
        for (const { current, entryDate, leavingDate } of recordsOf(each, 'enrolment'))
          if (current === true) yield [each.index + 1, entryDate, leavingDate, true];
      },
    },
    {
      name: 'STUDENT_SEN_STATUS_ASSIGNMENT',
      columns: ['SEN_STATUS_EXPORT_CODE', 'START_DATE', 'END_DATE'],
      *rows(each) {
        for (const { provision, startDate, endDate } of recordsOf(each, 'sen-provision'))
          yield [provision, startDate, endDate];
      },
    },
    {
      name: 'STUDENT_SEN_NEEDS',
      columns: ['SEN_NEED_TYPE', 'SEN_NEED_RANKING', 'EFFECTIVE_DATE', 'END_DATE'],
      *rows(each) {
        for (const { need, rank, startDate, endDate } of recordsOf(each, 'sen-need'))
          yield [need, rank, startDate, endDate];
      },
    },
    {
      name: 'ROLL_CALL_ATTENDANCE',
      columns: ['ACADEMIC_YEAR_NAME', 'DATE', 'PERIOD', 'RAW_MARK', 'MARK_CODE', 'MINUTES_LATE'],
      *rows(each) {
        for (const { date, session, code, minutesLate } of recordsOf(each, 'attendance-mark')) {
          const period = session === 'AM' ? 'MORNING' : 'AFTERNOON';
          yield [academicYear(date), date, period, code, MARK_WORDS[code] ?? code, minutesLate];
        }
      },
    },
    {
      name: 'SUSPENSIONS',
      columns: [
        ...['SUSPENSION_ID', 'START_DATE', 'END_DATE', 'SUSPENSION_REASONS_LIST', 'DAILY_START_TIME'],
        ...['DAILY_END_TIME', 'STATISTICAL_SESSIONS_EXCLUDED'],
      ],
      *rows(each) {
        for (const [i, exclusion] of recordsOf(each, 'exclusion').entries()) {
          if (exclusion.category === 'PERM') continue;
          const lunch = exclusion.category === 'LNCH';
          yield [
            ...[each.index * 100 + i + 1, exclusion.startDate, exclusion.endDate, reasons(exclusion)],
            ...[lunch ? '12:00' : undefined, lunch ? '13:00' : undefined, exclusion.sessions],
          ];
        }
      },
    },
    {
      name: 'PERMANENT_EXCLUSIONS',
      columns: ['PERMANENT_EXCLUSION_ID', 'START_DATE', 'EXCLUSION_REASONS_LIST'],
      *rows(each) {
        for (const [i, exclusion] of recordsOf(each, 'exclusion').entries())
          if (exclusion.category === 'PERM')
            yield [each.index * 100 + i + 1, exclusion.startDate, reasons(exclusion)];
      },
    },
  ];
}

/** Rows of all pupils, with the columns that say whose each is. */
export function* arborRows(
  table: ArborTable,
  school: SyntheticSchool,
): Generator<readonly ArborValue[], void, undefined> {
  for (const pupil of school.pupils()) {
    const ids = idsOf(pupil, school);
    for (const row of table.rows(pupil)) yield [...ids, ...row];
  }
}
