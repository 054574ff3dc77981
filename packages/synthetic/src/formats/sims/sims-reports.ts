import {
  type Address,
  type CanonicalRecord,
  contactRelationships,
  type Enrolment,
  type Phone,
  type RecordKind,
  type RecordOf,
} from '@rollbook/model';
import { createCodeReader } from '@rollbook/parser-kit';
import type { SyntheticPupil } from '../../school.js';

/** How a column is typed in the schema of a report's XML, and written in a sheet. */
export type SimsType = 'string' | 'dateTime' | 'int' | 'boolean';

/** A value before it is written: dates as `YYYY-MM-DD`. */
export type SimsValue = string | number | boolean | undefined;

export interface SimsColumn {
  readonly caption: string;
  readonly type: SimsType;
}

/** A report with the columns of its own area; every report has those that say who the pupil is before them. */
export interface SimsReport {
  readonly name: string;
  readonly columns: readonly SimsColumn[];
  /** A row for each item of the area. */
  rows(pupil: SyntheticPupil): Iterable<readonly SimsValue[]>;
}

const text = (...captions: readonly string[]): SimsColumn[] =>
  captions.map((caption) => ({ caption, type: 'string' }));
const date = (caption: string): SimsColumn => ({ caption, type: 'dateTime' });
const int = (...captions: readonly string[]): SimsColumn[] =>
  captions.map((caption) => ({ caption, type: 'int' }));
const flag = (caption: string): SimsColumn => ({ caption, type: 'boolean' });

/** Captions that say who the pupil is. */
export const pupilColumns: readonly SimsColumn[] = text('Adno', 'UPN', 'Legal Surname', 'Legal Forename');

/** The registration at the school itself: SIMS's reports have no history of schools. */
function currentOf(pupil: SyntheticPupil): Enrolment | undefined {
  return pupil.records.find(
    (record): record is Enrolment => record.kind === 'enrolment' && record.current === true,
  );
}

export function pupilValues(synthetic: SyntheticPupil): readonly SimsValue[] {
  const { upn, surname, forename } = synthetic.pupil;
  return [currentOf(synthetic)?.admissionNumber, upn, surname, forename];
}

function* of<K extends RecordKind>(pupil: SyntheticPupil, kind: K): Generator<RecordOf<K>, void, undefined> {
  for (const record of pupil.records) if (record.kind === kind) yield record as RecordOf<K>;
}

const MOST_LINES = 5;
const addressColumns = (before: string): SimsColumn[] =>
  text(
    ...Array.from({ length: MOST_LINES }, (_, i) => `${before}Address Line ${i + 1}`),
    ...['Apartment', 'House Number', 'Street', 'District', 'Town', 'Post Town', 'County', 'Postcode'].map(
      (caption) => before + caption,
    ),
  );

function addressValues(address: Address = {}): SimsValue[] {
  const { saon, paon, street, locality, town, postTown, county, postcode } = address;
  const lines = Array.from({ length: MOST_LINES }, (_, i) => address.lines?.[i]);
  return [...lines, saon, paon, street, locality, town, postTown, county, postcode];
}

function phone(phones: readonly Phone[] | undefined, type: string): string | undefined {
  return phones?.find((each) => each.type === type)?.number;
}

const relationships = createCodeReader(contactRelationships);

/** The description where it is the code's alone, as SIMS shows it. */
function relationshipText(code: string | undefined): string | undefined {
  const label = code === undefined ? undefined : contactRelationships.label(code);
  return label !== undefined && relationships.read(label) === code ? label : code;
}

/** `Year  7`, with two spaces, and `Year  R`. */
function yearText(year: string | undefined): string | undefined {
  return year === undefined ? undefined : `Year  ${year}`;
}

function schoolYear(year: number | undefined): string | undefined {
  return year === undefined ? undefined : `${year}/${year + 1}`;
}

/** School days, as a decimal with six places. */
function days(sessions: number | undefined): string | undefined {
  return sessions === undefined ? undefined : (sessions / 2).toFixed(6);
}

function languageOf(synthetic: SyntheticPupil, type: string): string | undefined {
  return synthetic.pupil.languages?.find((language) => language.type === type)?.code;
}

const pupils: SimsReport = {
  name: 'Pupils',
  columns: [
    ...text('ULN', 'Former UPN', 'Former Surname', 'Middle Name(s)', 'Preferred Surname', 'ChosenName'),
    date('DOB'),
    ...text('Gender', 'Year', 'Reg', 'House'),
    date('Date of Admission'),
    ...text('Enrolment Status', 'Boarder Status'),
    flag('Part-time'),
    ...text('Ethnicity Code', 'Ethnic Data Source', 'First Language', 'Home Language'),
    flag('Medical Flag'),
    ...addressColumns(''),
    ...text('Mobile Telephone', 'Primary Email'),
  ],
  *rows(synthetic) {
    const { pupil } = synthetic;
    const enrolment = currentOf(synthetic);
    yield [
      pupil.uln,
      pupil.formerUpns?.[0],
      pupil.formerSurnames?.[0],
      pupil.middleNames,
      pupil.preferredSurname,
      pupil.preferredForename,
      pupil.birthDate,
      pupil.sex,
      yearText(enrolment?.yearGroup),
      enrolment?.registrationGroup,
      enrolment?.house,
      enrolment?.entryDate,
      enrolment?.status,
      enrolment?.boarder,
      enrolment?.partTime,
      pupil.ethnicity,
      pupil.ethnicitySource,
      languageOf(synthetic, 'F'),
      languageOf(synthetic, 'H'),
      pupil.medicalFlag,
      ...addressValues(pupil.address),
      phone(pupil.phones, 'M'),
      pupil.emails?.[0]?.address,
    ];
  },
};

const contacts: SimsReport = {
  name: 'Contacts',
  columns: [
    ...int('Contact Priority'),
    ...text('Contact Title', 'Contact Surname', 'Contact Forename', 'Contact Gender', 'Relationship'),
    flag('Parental Responsibility'),
    flag('Lives at same address'),
    ...text('Contact Mobile Telephone', 'Contact Home Telephone', 'Contact Work Telephone', 'Contact Email'),
    ...addressColumns('Contact '),
  ],
  *rows(pupil) {
    for (const contact of of(pupil, 'contact')) {
      const { phones } = contact;
      yield [
        contact.priority,
        contact.title,
        contact.surname,
        contact.forename,
        contact.sex,
        relationshipText(contact.relationship),
        contact.parentalResponsibility,
        contact.livesWithPupil,
        phone(phones, 'M'),
        phone(phones, 'H'),
        phone(phones, 'W'),
        contact.emails?.[0]?.address,
        ...addressValues(contact.address),
      ];
    }
  },
};

const senProvisions: SimsReport = {
  name: 'SEN Provision',
  columns: [...text('SEN Provision'), date('SEN Provision Start Date'), date('SEN Provision End Date')],
  *rows(pupil) {
    for (const { provision, startDate, endDate } of of(pupil, 'sen-provision'))
      yield [provision, startDate, endDate];
  },
};

const senNeeds: SimsReport = {
  name: 'SEN Needs',
  columns: [...text('SEN Need'), ...int('SEN Need Rank'), date('SEN Need Start Date')],
  *rows(pupil) {
    for (const { need, rank, startDate } of of(pupil, 'sen-need')) yield [need, rank, startDate];
  },
};

const freeMeals: SimsReport = {
  name: 'Free School Meals',
  columns: [date('FSM Start Date'), date('FSM End Date'), date('FSM Review Date'), ...text('FSM Country')],
  *rows(pupil) {
    for (const { startDate, endDate, reviewDate, country } of of(pupil, 'fsm-spell'))
      yield [startDate, endDate, reviewDate, country];
  },
};

const characteristics: SimsReport = {
  name: 'Care and Service',
  columns: [flag('In Care'), ...text('LeaCareAuthority', 'Service Child Indicator')],
  *rows(pupil) {
    const [care] = of(pupil, 'looked-after');
    const [service] = of(pupil, 'service-child');
    if (care !== undefined || service !== undefined)
      yield [care?.inCare, care?.careAuthority, service?.indicator];
  },
};

const premium: SimsReport = {
  name: 'Pupil Premium',
  columns: [
    flag('Pupil Premium Indicator'),
    ...text('Pupil Premium Reason'),
    date('Pupil Premium Start Date'),
    ...int('Pupil Premium FTE'),
  ],
  *rows(pupil) {
    for (const { eligible, reason, startDate, fte } of of(pupil, 'pupil-premium'))
      yield [eligible, reason, startDate, fte];
  },
};

const marks: SimsReport = {
  name: 'Session Marks',
  columns: [date('AttendanceDate'), ...text('SessionName', 'AttendanceMark'), ...int('MinsLate')],
  *rows(pupil) {
    for (const { date: day, session, code, minutesLate } of of(pupil, 'attendance-mark'))
      yield [day, session, code, minutesLate];
  },
};

const sums: SimsReport = {
  name: 'Attendance Summary',
  columns: [
    ...text('Academic Year'),
    date('Start Date'),
    date('End Date'),
    ...int('Possible', 'Present', 'Authorised', 'Unauthorised', 'Unable to attend', 'Late'),
  ],
  *rows(pupil) {
    for (const sum of of(pupil, 'attendance-summary')) {
      if (!isOwn(sum)) continue;
      yield [
        schoolYear(sum.academicYear),
        sum.startDate,
        sum.endDate,
        sum.sessionsPossible,
        sum.sessionsAttended,
        sum.sessionsAuthorised,
        sum.sessionsUnauthorised,
        sum.sessionsExceptional,
        sum.sessionsLate,
      ];
    }
  },
};

const exclusions: SimsReport = {
  name: 'Exclusions',
  columns: [
    ...text('Exclusion Type', 'Exclusion Reason 1', 'Exclusion Reason 2', 'Exclusion Reason 3'),
    date('Exclusion Start Date'),
    ...text('Start Session'),
    date('Exclusion End Date'),
    ...text('End Session', 'Number of School Days', 'Exclusion Academic Year', 'Exclusion Term'),
  ],
  *rows(pupil) {
    for (const exclusion of of(pupil, 'exclusion')) {
      const { category, reasons = [], startDate, startSession, endDate, endSession } = exclusion;
      const { sessions, academicYear, term } = exclusion;
      yield [
        category,
        reasons[0],
        reasons[1],
        reasons[2],
        startDate,
        startSession,
        endDate,
        endSession,
        days(sessions),
        schoolYear(academicYear),
        term,
      ];
    }
  },
};

const results: SimsReport = {
  name: 'Assessment Results',
  columns: [
    ...text('Key Stage', 'Academic Year', 'Locale', 'Subject', 'Aspect', 'Component'),
    ...text('Result Qualifier', 'Result Status', 'Result'),
    date('Result Date'),
  ],
  *rows(pupil) {
    for (const result of of(pupil, 'assessment-result')) {
      yield [
        result.stage,
        schoolYear(result.academicYear),
        result.locale,
        result.subject,
        result.method,
        result.component,
        result.resultQualifier,
        result.resultStatus,
        result.result,
        result.resultDate,
      ];
    }
  },
};

/** The reports that a school sends, pupils first. */
export const simsReports: readonly SimsReport[] = [
  pupils,
  contacts,
  senProvisions,
  senNeeds,
  freeMeals,
  characteristics,
  premium,
  sums,
  exclusions,
  results,
  marks,
];

function isOwn(record: {
  readonly attended?: string | undefined;
  readonly school?: string | undefined;
}): boolean {
  return record.attended === undefined || record.attended === record.school;
}

/**
 * True for a record that SIMS's reports leave out although they have others of its kind: they know of the school's own
 * registration and sessions, and of no other school's.
 */
export function simsLeavesOut(record: CanonicalRecord): boolean {
  if (record.kind === 'enrolment') return record.current !== true;
  return record.kind === 'attendance-summary' && !isOwn(record);
}
