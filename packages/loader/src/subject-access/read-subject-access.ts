import type { JsonValue, RecordKind } from '@rollbook/model';
import { writeAudit } from '../audit/write-audit.js';
import { readAudit } from '../audit/read-audit.js';
import { parseStoredJson } from '../canonical-json.js';
import { readConflicts } from '../conflicts/conflict.js';
import { readHeld } from '../conflicts/held-value.js';
import { LoaderError } from '../errors.js';
import { ISO } from '../ledger.js';
import { placeOf, recordsOfPupils, type PupilPlace } from '../pupils/records-of-pupils.js';
import type { Store } from '../store.js';
import { decodeText } from '../store-text.js';
import { FileCache } from '../stored-record.js';
import { findSubject, type Subject, type SubjectSelector } from './find-subject.js';
import { issuesAbout, quarantineAbout } from './mentions.js';
import type { SubjectAccessDocument } from './subject-access-document.js';

export interface SubjectAccessOptions {
  /** Who asks the store, for the audit trail and the document. */
  readonly by: string;
  readonly reason?: string;
  /** Kinds of records that don't go out, such as `contact`; the document says how many there were. */
  readonly withhold?: readonly RecordKind[];
}

type Row = Record<string, JsonValue>;

/**
 * All that the store has about one child. That it was asked for is in the audit trail before anything is given.
 *
 * @throws LoaderError `invalid-decision` when nobody signs it, `unknown-subject`, `ambiguous-subject`.
 */
export async function readSubjectAccess(
  store: Store,
  selector: SubjectSelector,
  { by, reason, withhold = [] }: SubjectAccessOptions,
): Promise<SubjectAccessDocument> {
  if (by.trim() === '') throw new LoaderError('invalid-decision', 'It needs the name of who asks.');
  const subject = await store.transaction(async (session) => {
    const found = await findSubject(session, selector);
    await writeAudit(session, {
      action: 'subject-access',
      actor: by,
      subjects: [...found.places, ...found.persons.map((personId) => ({ personId }))],
      details: { pupils: found.places.length, withheld: [...withhold] },
    });
    return found;
  });
  const left = new Map<RecordKind, number>();
  const goesOut = (kind: unknown): boolean => {
    const withheld = withhold.find((one) => one === kind);
    if (withheld !== undefined) left.set(withheld, (left.get(withheld) ?? 0) + 1);
    return withheld === undefined;
  };
  const wanted = JSON.stringify(subject.places);
  const records = await currentRecords(store, subject);
  const parts = {
    records: records.filter(({ record }) => goesOut(record.kind)),
    versions: (await rowsAbout(store, 'record_version', wanted)).filter(({ kind }) => goesOut(kind)),
    held: (await heldBy(store, subject)).filter(({ kind }) => goesOut(kind)),
    conflicts: (await conflictsOf(store, subject)).filter(({ kind }) => goesOut(kind)),
    quarantine: (await quarantineAbout(store, subject)).filter(({ kind }) => goesOut(kind)),
    matching: [
      ...(await rowsAbout(store, 'person_link', wanted)),
      ...(await rowsAbout(store, 'unmatched', wanted)),
    ],
    issues: (await issuesAbout(store, subject)).filter(({ kind }) => goesOut(kind)),
    audit: await auditAbout(store, subject),
  };
  const given = ({ school, key }: PupilPlace): { school: string | null; key: string } => ({
    school: school === '' ? null : decodeText(school),
    key: decodeText(key),
  });
  return {
    document: 'rollbook-subject-access',
    version: 1,
    madeAt: new Date().toISOString(),
    madeBy: by,
    reason: reason ?? null,
    pupils: subject.places.map(given),
    persons: [...subject.persons],
    alike: subject.alike.map(given),
    withheld: [...left].map(([kind, count]) => ({ kind, count })),
    ...parts,
    files: await filesOf(store, loadsIn(parts)),
  };
}

async function currentRecords(
  store: Store,
  { places }: Subject,
): Promise<{ thirdParty: boolean; loadId: number; record: Row }[]> {
  const found = await recordsOfPupils(store, new FileCache(store), places);
  return places
    .flatMap((place) => found.get(placeOf(place)) ?? [])
    .map(({ record, loadId }) => ({
      thirdParty: record.kind === 'contact',
      loadId,
      record: asJson(record),
    }));
}

/** What JSON keeps of it. */
function asJson(value: object): Row {
  return JSON.parse(JSON.stringify(value)) as Row;
}

/** Rows of a table about the pupils, whatever columns it has; of those with candidates only how many there were. */
async function rowsAbout(
  store: Store,
  table: 'record_version' | 'person_link' | 'unmatched',
  wanted: string,
): Promise<Row[]> {
  const [known] = await store.read<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `rollbook.${table}`,
  ]);
  if (!known?.there) return [];
  const isOf =
    table === 'record_version'
      ? `(t.pupil_key = w.key COLLATE "C" OR (t.kind = 'pupil' AND t.key = w.key COLLATE "C"))`
      : `t.key = w.key COLLATE "C"`;
  const rows = await store.read<{ row: string }>(
    `SELECT (to_jsonb(t) - 'candidates' - 'content_hash')::text AS row FROM rollbook.${table} t
     JOIN jsonb_to_recordset($1::text::jsonb) AS w (school text, key text)
       ON t.school = w.school COLLATE "C" AND ${isOf}`,
    [wanted],
  );
  return rows.map(({ row }) => parseStoredJson(row) as Row);
}

async function heldBy(store: Store, { persons }: Subject): Promise<Row[]> {
  const all: Row[] = [];
  for (const personId of persons) {
    for (const value of await readHeld(store, personId)) all.push(asJson({ personId, ...value }));
  }
  return all;
}

async function conflictsOf(store: Store, { persons }: Subject): Promise<Row[]> {
  const all: Row[] = [];
  for (const personId of persons) {
    for await (const conflict of readConflicts(store, { personId, state: 'all' })) all.push(asJson(conflict));
  }
  return all;
}

async function auditAbout(store: Store, { places, persons }: Subject): Promise<Row[]> {
  const entries = new Map<number, Row>();
  for (const subject of [...places, ...persons.map((personId) => ({ personId }))]) {
    // Pseudonyms of others whom an entry is about are theirs.
    for await (const entry of readAudit(store, { subject }))
      entries.set(entry.sequence, asJson({ ...entry, subjects: undefined }));
  }
  return [...entries].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

/** Numbers of loads, wherever in the parts they stand. */
function loadsIn(parts: object): number[] {
  const loads = new Set<number>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      if (typeof part === 'number' && /load_?id$/i.test(name)) loads.add(part);
      else look(part);
    }
  };
  look(parts);
  return [...loads].sort((a, b) => a - b);
}

async function filesOf(store: Store, loads: readonly number[]): Promise<SubjectAccessDocument['files']> {
  const rows = await store.read<
    Record<'name' | 'sha256' | 'school', string | null> & {
      load_id: number | string;
      received: string;
      as_of: string;
    }
  >(
    `SELECT load_id, name, sha256, school, to_char(started_at AT TIME ZONE 'UTC', ${ISO}) AS received,
       to_char(as_of AT TIME ZONE 'UTC', ${ISO}) AS as_of
     FROM rollbook.file_load
     WHERE load_id IN (SELECT value::bigint FROM jsonb_array_elements_text($1::text::jsonb)) ORDER BY load_id`,
    [JSON.stringify(loads)],
  );
  return rows.map(({ load_id: loadId, name, sha256, school, received, as_of: asOf }) => ({
    loadId: Number(loadId),
    name: name === null ? null : decodeText(name),
    sha256,
    school: school === null ? null : decodeText(school),
    receivedAt: received,
    asOf,
  }));
}
