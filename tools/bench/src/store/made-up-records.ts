import {
  attendanceMarkKey,
  type AttendanceMark,
  type CanonicalRecord,
  type Contact,
  type FileProvenance,
  type Pupil,
} from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';

const file: FileProvenance = { sha256: null, size: null, supplier: 'made-up', format: 'made-up' };
const provenance = { file, place: { line: 1 } };
const SURNAMES = [
  'Abara',
  'Brightwater',
  'Chandra',
  'Dunmore',
  'Eastwick',
  'Fairbrook',
  'Gadsby',
  'Hartnell',
];
const FORENAMES = [
  'Ada',
  'Bram',
  'Cleo',
  'Dev',
  'Esme',
  'Finn',
  'Gwen',
  'Hal',
  'Ines',
  'Jago',
  'Kit',
  'Lena',
];

/** A made-up pupil; the same number gives the same pupil. */
export function madeUpPupil(n: number, school: string): Pupil {
  const upn = `A999${school.slice(3)}${String(n).padStart(6, '0')}`;
  return {
    kind: 'pupil',
    key: `upn:${upn}`,
    school,
    provenance,
    upn,
    surname: `${SURNAMES[n % SURNAMES.length] ?? ''} ${n}`,
    forename: FORENAMES[n % FORENAMES.length] ?? '',
    birthDate: `20${10 + (n % 8)}-0${1 + (n % 9)}-${10 + (n % 19)}`,
    sex: n % 2 === 0 ? 'F' : 'M',
    ethnicity: 'WBRI',
    address: { lines: [`${n} Mill Lane`, 'Anytown'], postcode: 'ZY1 1AA' },
  };
}

/** Two contacts of a pupil. */
export function madeUpContacts({ key, surname = '', school }: Pupil, n: number): Contact[] {
  return (['PAM', 'PAF'] as const).map((relationship, index) => ({
    kind: 'contact',
    key: `${key}/contact/${index + 1}`,
    pupilKey: key,
    ...(school === undefined ? {} : { school }),
    provenance,
    priority: index + 1,
    surname,
    forename: FORENAMES[(n + index) % FORENAMES.length] ?? '',
    relationship,
    parentalResponsibility: true,
    phones: [{ number: `01632 96${String(n % 10_000).padStart(4, '0')}`, type: 'H' }],
  }));
}

/** Two marks a day on so many school days from September on: five in every seven days. */
export function* madeUpMarks({ key, school }: Pupil, n: number, days: number): Generator<AttendanceMark> {
  const first = Date.UTC(2025, 8, 1);
  for (let day = 0; day < days; day++) {
    const date = new Date(first + (Math.floor(day / 5) * 7 + (day % 5)) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    for (const session of ['AM', 'PM'] as const) {
      yield {
        kind: 'attendance-mark',
        key: attendanceMarkKey(key, date, session),
        pupilKey: key,
        ...(school === undefined ? {} : { school }),
        provenance,
        date,
        session,
        code: (n + day) % 16 === 0 ? 'I' : session === 'AM' ? '/' : '\\',
      };
    }
  }
}

/** Records in batches of about 500, as a parser gives them. */
// eslint-disable-next-line @typescript-eslint/require-await -- it stands where a parser's batches would
export async function* batchesOf(records: Iterable<CanonicalRecord>): AsyncGenerator<Batch, void, undefined> {
  let batch: CanonicalRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < 500) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
