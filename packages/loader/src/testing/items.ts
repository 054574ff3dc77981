import {
  attendanceMarkKey,
  type AttendanceMark,
  type CanonicalRecord,
  type FileProvenance,
  type Pupil,
  type Unreadable,
} from '@rollbook/model';
import { recordReference, type Batch, type Issue, type Item, type Severity } from '@rollbook/parser-kit';

/** Made-up records, for tests of stores and loaders. */
export const school = '8569999';

export function fileFacts(digit: string): FileProvenance {
  return {
    name: `file-${digit}.xml`,
    sha256: digit.repeat(64),
    size: 1000 + digit.charCodeAt(0),
    supplier: 'made-up',
    format: 'made-up',
    version: '1',
  };
}

/** Digest not known, as while a stream is being read. */
export const unknownFile: FileProvenance = {
  sha256: null,
  size: null,
  supplier: 'made-up',
  format: 'made-up',
};

export function pupil(upn: string, fields: Partial<Pupil> = {}): Pupil {
  return {
    kind: 'pupil',
    key: `upn:${upn}`,
    school,
    provenance: { file: unknownFile, place: { line: 1 } },
    upn,
    surname: 'Example',
    forename: 'Ada',
    birthDate: '2015-03-04',
    sex: 'F',
    ...fields,
  };
}

export function mark(
  of: { key: string },
  date: string,
  code = '/',
  fields: Partial<AttendanceMark> = {},
): AttendanceMark {
  return {
    kind: 'attendance-mark',
    key: attendanceMarkKey(of.key, date, 'AM'),
    pupilKey: of.key,
    school,
    provenance: { file: unknownFile, place: { line: 2 } },
    date,
    session: 'AM',
    code,
    ...fields,
  };
}

export function unreadable(key: string, fields: Partial<Unreadable> = {}): Unreadable {
  return {
    kind: 'unreadable',
    key,
    school,
    provenance: { file: unknownFile, place: { line: 3 } },
    intended: 'pupil',
    raw: { Surname: 'Example' },
    ...fields,
  };
}

export function issueAbout(record: CanonicalRecord | undefined, severity: Severity = 'error'): Issue {
  return {
    code: `made-up-${severity}`,
    severity,
    message: 'Something is wrong.',
    place: { line: 4 },
    help: 'Mend it.',
    ...(record ? { record: recordReference(record) } : {}),
  };
}

/** Items as a parser would yield them, `size` in a batch. */
export async function* batchesOf(items: Iterable<Item>, size = 500): AsyncGenerator<Batch, void, undefined> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield await Promise.resolve(batch);
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
