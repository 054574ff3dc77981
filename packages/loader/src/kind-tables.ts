import { isIsoDate, recordKinds, type RecordKind, type RecordOf } from '@rollbook/model';
import { COPY_NULL, copyValue } from './copy-text.js';
import { encodeText } from './store-text.js';

/** Kinds that a store keeps; what is unreadable goes to quarantine and nowhere else. */
export type StoredKind = Exclude<RecordKind, 'unreadable'>;

export type ColumnType = 'text' | 'date' | 'integer' | 'boolean' | 'numeric';

type Columns<K extends RecordKind> = Readonly<Partial<Record<keyof RecordOf<K> & string, ColumnType>>>;

/**
 * The fields that have a column of their own beside the whole record, by kind. A field that doesn't fit its
 * column's type (no such day, a number too large) leaves the column null; the record still has it.
 *
 * To add one: put it here, and add a migration. A test holds the two together.
 */
export const kindColumns: { readonly [K in StoredKind]: Columns<K> } = {
  school: { la: 'text', establishment: 'text', urn: 'text', ukprn: 'text', name: 'text' },
  pupil: {
    upn: 'text',
    uln: 'text',
    surname: 'text',
    forename: 'text',
    birthDate: 'date',
    sex: 'text',
    ethnicity: 'text',
  },
  contact: {
    priority: 'integer',
    surname: 'text',
    forename: 'text',
    relationship: 'text',
    parentalResponsibility: 'boolean',
  },
  enrolment: {
    attended: 'text',
    current: 'boolean',
    status: 'text',
    entryDate: 'date',
    leavingDate: 'date',
    leavingReason: 'text',
    yearGroup: 'text',
    registrationGroup: 'text',
    admissionNumber: 'text',
  },
  'fsm-spell': { startDate: 'date', endDate: 'date', country: 'text', eligible: 'boolean' },
  'sen-provision': { startDate: 'date', endDate: 'date', provision: 'text' },
  'sen-need': { need: 'text', rank: 'integer', startDate: 'date', endDate: 'date' },
  'looked-after': { startDate: 'date', endDate: 'date', inCare: 'boolean', careAuthority: 'text' },
  'service-child': { startDate: 'date', endDate: 'date', indicator: 'text' },
  'pupil-premium': {
    startDate: 'date',
    endDate: 'date',
    eligible: 'boolean',
    reason: 'text',
    fte: 'numeric',
  },
  'attendance-mark': { date: 'date', session: 'text', code: 'text', minutesLate: 'integer' },
  'attendance-summary': {
    academicYear: 'integer',
    term: 'text',
    startDate: 'date',
    endDate: 'date',
    attended: 'text',
    sessionsPossible: 'integer',
    sessionsAttended: 'integer',
    sessionsAuthorised: 'integer',
    sessionsUnauthorised: 'integer',
  },
  exclusion: {
    category: 'text',
    startDate: 'date',
    startSession: 'text',
    endDate: 'date',
    sessions: 'integer',
    academicYear: 'integer',
    term: 'text',
  },
  'assessment-result': {
    stage: 'text',
    academicYear: 'integer',
    yearGroup: 'text',
    subject: 'text',
    method: 'text',
    component: 'text',
    resultQualifier: 'text',
    result: 'text',
    resultDate: 'date',
  },
  'admission-application': {
    intakeYear: 'integer',
    preferredSchool: 'text',
    preference: 'integer',
    receivedDate: 'date',
    status: 'text',
    outcome: 'text',
    offerDate: 'date',
  },
  'early-years-funding': {
    provider: 'text',
    term: 'text',
    startDate: 'date',
    endDate: 'date',
    fundedHours: 'numeric',
    amountPence: 'integer',
  },
  'youth-participation': {
    youngPersonId: 'text',
    activity: 'text',
    startDate: 'date',
    endDate: 'date',
    establishment: 'text',
  },
};

/** In the order in which a store must load them: schools, pupils, then what is about pupils. */
export const storedKinds = recordKinds.filter((kind): kind is StoredKind => kind !== 'unreadable');

/** `birthDate` and `attendance-mark` as SQL names: `birth_date`, `attendance_mark`. */
export function sqlName(name: string): string {
  return name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Schema-qualified table of a kind: `rollbook."attendance_mark"`. */
export function tableOf(kind: StoredKind): string {
  return `rollbook."${sqlName(kind)}"`;
}

export interface KindColumn {
  readonly field: string;
  readonly name: string;
  readonly type: ColumnType;
}

/** The columns of a kind's own fields; none for `unreadable`. */
export function columnsOf(kind: RecordKind): readonly KindColumn[] {
  return COLUMNS[kind];
}

const COLUMNS = Object.fromEntries(
  recordKinds.map((kind) => [
    kind,
    kind === 'unreadable'
      ? []
      : Object.entries(kindColumns[kind]).map(([field, type]) => ({ field, name: sqlName(field), type })),
  ]),
) as unknown as Readonly<Record<RecordKind, readonly KindColumn[]>>;

const LARGEST_INTEGER = 2_147_483_647;

/** A field's value as COPY text of its column's type, or null where it doesn't fit. */
export function columnText(value: unknown, type: ColumnType): string {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? copyValue(encodeText(value)) : COPY_NULL;
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? value : COPY_NULL;
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INTEGER
        ? String(value)
        : COPY_NULL;
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 't' : 'f') : COPY_NULL;
    case 'numeric':
      return Number.isFinite(value) ? String(value) : COPY_NULL;
  }
}
