import type { RecordKind } from '@rollbook/model';

/** How the text of a cell becomes a value. */
export type ReadAs =
  | 'text'
  | 'upn'
  | 'code'
  | 'date'
  | 'flag'
  | 'integer'
  | 'number'
  | 'pence'
  | 'calendar-year'
  | 'days'
  | 'year'
  | 'session'
  | 'on-roll'
  | 'academic-year'
  | 'name'
  | 'block'
  | 'laestab';

/** Kinds that a table's row can give; `school` stands for whose the row is. */
export type TableKind = RecordKind | 'marks' | 'extension';

export interface FieldSpec {
  readonly kind: TableKind;
  /** Property of the record, or of the object in it: `surname`, `address.town`. */
  readonly path: string;
  readonly read: ReadAs;
  /** Code set whose descriptions are taken too, by its id. */
  readonly set?: string;
  /**
   * The property is a list, and each value goes into it: as it is, or as an object under `as` with the column's
   * parameter as its `type`.
   */
  readonly list?: 'plain' | 'number' | 'address' | 'code';
}

const text = (path: string): Omit<FieldSpec, 'kind'> => ({ path, read: 'text' });
const date = (path: string): Omit<FieldSpec, 'kind'> => ({ path, read: 'date' });
const flag = (path: string): Omit<FieldSpec, 'kind'> => ({ path, read: 'flag' });
const integer = (path: string): Omit<FieldSpec, 'kind'> => ({ path, read: 'integer' });
const code = (path: string, set?: string): Omit<FieldSpec, 'kind'> =>
  set === undefined ? { path, read: 'code' } : { path, read: 'code', set };

const PERSON_PARTS = {
  'address.lines': { path: 'address.lines', read: 'block' },
  'address.line1': text('address.line1'),
  'address.line2': text('address.line2'),
  'address.line3': text('address.line3'),
  'address.line4': text('address.line4'),
  'address.line5': text('address.line5'),
  'address.saon': text('address.saon'),
  'address.paon': text('address.paon'),
  'address.street': text('address.street'),
  'address.locality': text('address.locality'),
  'address.town': text('address.town'),
  'address.administrativeArea': text('address.administrativeArea'),
  'address.postTown': text('address.postTown'),
  'address.county': text('address.county'),
  'address.postcode': text('address.postcode'),
  'address.country': text('address.country'),
  'address.uprn': text('address.uprn'),
  phones: { path: 'phones', read: 'text', list: 'number' },
  emails: { path: 'emails', read: 'text', list: 'address' },
} as const satisfies Record<string, Omit<FieldSpec, 'kind'>>;

const SPELL = { startDate: date('startDate'), endDate: date('endDate') } as const;

const BY_KIND = {
  school: {
    laestab: { path: 'laestab', read: 'laestab' },
    la: text('la'),
    establishment: text('establishment'),
    urn: text('urn'),
    name: text('name'),
  },
  pupil: {
    upn: { path: 'upn', read: 'upn' },
    formerUpns: { path: 'formerUpns', read: 'upn', list: 'plain' },
    uln: text('uln'),
    uci: text('uci'),
    /** With a parameter: the supplier's name for the id. The first of them makes the key where there is no UPN. */
    supplierIds: text('supplierIds'),
    surname: text('surname'),
    forename: text('forename'),
    fullName: { path: 'fullName', read: 'name' },
    middleNames: text('middleNames'),
    preferredSurname: text('preferredSurname'),
    preferredForename: text('preferredForename'),
    formerSurnames: { path: 'formerSurnames', read: 'text', list: 'plain' },
    birthDate: date('birthDate'),
    sex: code('sex', 'sexes'),
    genderIdentity: text('genderIdentity'),
    ethnicity: code('ethnicity', 'ethnicities'),
    ethnicitySource: code('ethnicitySource', 'ethnicity-sources'),
    languages: { path: 'languages', read: 'code', set: 'languages', list: 'code' },
    religion: code('religion', 'religions'),
    nationalities: { path: 'nationalities', read: 'code', list: 'plain' },
    countryOfBirth: code('countryOfBirth'),
    eal: flag('eal'),
    disabilities: { path: 'disabilities', read: 'code', set: 'disabilities', list: 'plain' },
    medicalConditions: { path: 'medicalConditions', read: 'text', list: 'plain' },
    medicalFlag: flag('medicalFlag'),
    ...PERSON_PARTS,
  },
  enrolment: {
    status: code('status', 'enrolment-statuses'),
    /** Whether the pupil is on roll at the sending school; by the leaving date where no column says it. */
    current: { path: 'current', read: 'on-roll' },
    /** The school of the registration, in lists of earlier schools. */
    attended: { path: 'attended', read: 'laestab' },
    attendedName: text('attendedName'),
    attendedUrn: text('attendedUrn'),
    entryDate: date('entryDate'),
    leavingDate: date('leavingDate'),
    leavingReason: code('leavingReason', 'leaving-reasons'),
    yearGroup: { path: 'yearGroup', read: 'year' },
    registrationGroup: text('registrationGroup'),
    house: text('house'),
    admissionNumber: text('admissionNumber'),
    boarder: code('boarder', 'boarder-statuses'),
    partTime: flag('partTime'),
    note: text('note'),
  },
  contact: {
    priority: integer('priority'),
    title: text('title'),
    surname: text('surname'),
    forename: text('forename'),
    fullName: { path: 'fullName', read: 'name' },
    middleNames: text('middleNames'),
    sex: code('sex', 'sexes'),
    relationship: code('relationship', 'contact-relationships'),
    parentalResponsibility: flag('parentalResponsibility'),
    courtOrder: flag('courtOrder'),
    livesWithPupil: flag('livesWithPupil'),
    supplierIds: text('supplierIds'),
    ...PERSON_PARTS,
  },
  'fsm-spell': {
    ...SPELL,
    country: code('country', 'fsm-countries'),
    reviewDate: date('reviewDate'),
    eligible: flag('eligible'),
  },
  'sen-provision': { ...SPELL, provision: code('provision', 'sen-provisions') },
  'sen-need': {
    ...SPELL,
    need: code('need', 'sen-needs'),
    rank: integer('rank'),
    description: text('description'),
  },
  'looked-after': {
    ...SPELL,
    inCare: flag('inCare'),
    careAuthority: text('careAuthority'),
    postLookedAfter: code('postLookedAfter', 'post-looked-after'),
    personalEducationPlan: flag('personalEducationPlan'),
  },
  'service-child': {
    ...SPELL,
    indicator: code('indicator', 'service-child-indicators'),
    source: code('source'),
  },
  'pupil-premium': {
    ...SPELL,
    eligible: flag('eligible'),
    reason: code('reason', 'pupil-premium-reasons'),
    fte: { path: 'fte', read: 'number' },
  },
  'attendance-mark': {
    date: date('date'),
    session: { path: 'session', read: 'session' },
    code: { path: 'code', read: 'code' },
    minutesLate: integer('minutesLate'),
    comment: text('comment'),
  },
  /** A string of marks from a day on, one character a session. */
  marks: {
    startDate: date('startDate'),
    endDate: date('endDate'),
    startSession: { path: 'startSession', read: 'session' },
    codes: text('codes'),
    /** A column for each session: parameter `YYYY-MM-DD AM`. */
    session: text('session'),
  },
  'attendance-summary': {
    academicYear: { path: 'academicYear', read: 'academic-year' },
    term: code('term', 'terms'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    yearGroup: { path: 'yearGroup', read: 'year' },
    sessionsPossible: integer('sessionsPossible'),
    sessionsAttended: integer('sessionsAttended'),
    sessionsAuthorised: integer('sessionsAuthorised'),
    sessionsUnauthorised: integer('sessionsUnauthorised'),
    sessionsExceptional: integer('sessionsExceptional'),
    sessionsLate: integer('sessionsLate'),
    /** With a parameter: the code. */
    sessionsByCode: integer('sessionsByCode'),
  },
  exclusion: {
    category: code('category', 'exclusion-categories'),
    reasons: { path: 'reasons', read: 'code', set: 'exclusion-reasons', list: 'plain' },
    startDate: date('startDate'),
    startSession: { path: 'startSession', read: 'session' },
    endDate: date('endDate'),
    endSession: { path: 'endSession', read: 'session' },
    sessions: integer('sessions'),
    days: { path: 'sessions', read: 'days' },
    academicYear: { path: 'academicYear', read: 'academic-year' },
    term: code('term', 'terms'),
    comment: text('comment'),
  },
  'assessment-result': {
    stage: code('stage'),
    academicYear: { path: 'academicYear', read: 'academic-year' },
    locale: code('locale'),
    yearGroup: { path: 'yearGroup', read: 'year' },
    subject: code('subject'),
    method: code('method'),
    component: code('component'),
    resultQualifier: code('resultQualifier'),
    result: text('result'),
    resultStatus: code('resultStatus'),
    resultDate: date('resultDate'),
    awardingBody: code('awardingBody'),
    qualificationNumber: text('qualificationNumber'),
  },
  /** Columns of one preference may be numbered (`School Preference 2`); those without a number hold for all of the row. */
  'admission-application': {
    intakeYear: { path: 'intakeYear', read: 'calendar-year' },
    yearGroup: { path: 'yearGroup', read: 'year' },
    applicationReference: text('applicationReference'),
    preferredSchool: { path: 'preferredSchool', read: 'laestab' },
    preferredSchoolName: text('preferredSchoolName'),
    preference: integer('preference'),
    receivedDate: date('receivedDate'),
    reason: code('reason'),
    siblingAtSchool: flag('siblingAtSchool'),
    status: code('status'),
    outcome: code('outcome'),
    offerDate: date('offerDate'),
  },
  'early-years-funding': {
    ...SPELL,
    provider: text('provider'),
    academicYear: { path: 'academicYear', read: 'academic-year' },
    term: code('term', 'terms'),
    fundedHours: { path: 'fundedHours', read: 'number' },
    extendedHours: { path: 'extendedHours', read: 'number' },
    expandedHours: { path: 'expandedHours', read: 'number' },
    hoursAtSetting: { path: 'hoursAtSetting', read: 'number' },
    weeksPerYear: { path: 'weeksPerYear', read: 'number' },
    basis: code('basis', 'funding-bases'),
    eligibilityCode: text('eligibilityCode'),
    eypp: flag('eypp'),
    disabilityAccessFund: flag('disabilityAccessFund'),
    amount: { path: 'amountPence', read: 'pence' },
  },
  'youth-participation': {
    ...SPELL,
    youngPersonId: text('youngPersonId'),
    activity: code('activity', 'nccis-activities'),
    dueToLapseDate: date('dueToLapseDate'),
    dateAscertained: date('dateAscertained'),
    establishment: text('establishment'),
    intendedDestination: code('intendedDestination', 'nccis-intended-destinations'),
    guaranteeStatus: code('guaranteeStatus', 'nccis-guarantee-statuses'),
    levelOfNeed: code('levelOfNeed', 'nccis-levels-of-need'),
    predictedEndDate: date('predictedEndDate'),
  },
  extension: {
    /** Known, without a canonical field: kept in `extensions` without an issue. */
    keep: text('keep'),
  },
} as const satisfies Record<string, Record<string, Omit<FieldSpec, 'kind'>>>;

type ByKind = typeof BY_KIND;
/** `pupil.upn`, `contact.surname`, `attendance-mark.date` and so on: what a column of a table can hold. */
export type TableField = { [K in keyof ByKind]: `${K}.${keyof ByKind[K] & string}` }[keyof ByKind];
/** A field, with a parameter where it takes one: `pupil.phones:M`, `pupil.supplierIds:personId`. */
export type TableFieldKey = TableField | `${TableField}:${string}`;

/** All fields by name. */
export const tableFields: Readonly<Record<TableField, FieldSpec>> = Object.fromEntries(
  Object.entries(BY_KIND).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([name, spec]: [string, Omit<FieldSpec, 'kind'>]) => [
      `${kind}.${name}`,
      { ...spec, kind: kind as TableKind },
    ]),
  ),
) as Record<TableField, FieldSpec>;

/** What one column holds. */
export interface ColumnMeaning {
  readonly field: TableField;
  /** Phone type, name of a supplier's id, attendance code, session. */
  readonly parameter?: string;
  /** Which of several side by side: contact 2, need 1. */
  readonly number?: number;
  /** Values of the same record that the column's heading says: `{ subject: 'ENG', stage: 'KS2' }`. */
  readonly with?: Readonly<Record<string, string | number>>;
  /** What a mapping has a cell's text stand for: `Y` for `Yes`, `000042` for `42`. `sent` keeps what the cell said. */
  readonly translate?: (text: string) => string;
}

export function isTableField(name: string): name is TableField {
  return Object.hasOwn(tableFields, name);
}

/** `pupil.phones:M` as field and parameter. @throws RangeError for a field that isn't one */
export function parseFieldKey(key: string): ColumnMeaning {
  const colon = key.indexOf(':');
  const field = colon < 0 ? key : key.slice(0, colon);
  if (!isTableField(field)) throw new RangeError(`there is no field ${field}`);
  return colon < 0 ? { field } : { field, parameter: key.slice(colon + 1) };
}
