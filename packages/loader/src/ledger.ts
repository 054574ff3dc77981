import { isRecordKind, type Place, type RecordKind } from '@rollbook/model';
import { canonicalJson, parseStoredJson } from './canonical-json.js';
import type { Balance, LedgerEntry, LoadedFile } from './load-result.js';
import type { SqlValue, Store, StoreSession } from './store.js';
import { decodeText, encodeText, storeSchool } from './store-text.js';

/** What a finished load says of itself in the ledger. */
export interface LedgerFigures extends Balance {
  readonly file: LoadedFile;
  readonly school: string | null;
  readonly repeatOf: number | null;
  readonly skipped: boolean;
  readonly issues: LedgerEntry['issues'];
}

/** Opens a ledger row, seen by nobody until the transaction commits. */
export async function openEntry(
  session: StoreSession,
  startedAt: Date,
  fingerprint: string,
): Promise<number> {
  const { rows } = await session.query<{ load_id: number | string }>(
    `INSERT INTO rollbook.file_load (state, fingerprint, started_at)
     VALUES ('loading', $1, $2::timestamptz) RETURNING load_id`,
    [encodeText(fingerprint), startedAt.toISOString()],
  );
  return Number(rows[0]?.load_id);
}

/** Completes the row; the table's CHECK refuses figures that don't balance. */
export async function completeEntry(
  session: StoreSession,
  loadId: number,
  figures: LedgerFigures,
  byKind: ReadonlyMap<RecordKind, Balance>,
): Promise<void> {
  for (const [kind, { received, loaded, unchanged, quarantined }] of byKind) {
    await session.query(
      `INSERT INTO rollbook.file_load_kind (load_id, kind, received, loaded, unchanged, quarantined)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [loadId, kind, received, loaded, unchanged, quarantined],
    );
  }
  const { issues } = figures;
  await session.query(
    `UPDATE rollbook.file_load
     SET state = 'loaded', sha256 = $2, name = $3, size = $4, supplier = $5, format = $6, version = $7,
       school = $8, repeat_of = $9, skipped = $10, received = $11, loaded = $12, unchanged = $13,
       quarantined = $14, issue_errors = $15, issue_queries = $16, issue_infos = $17,
       finished_at = clock_timestamp()
     WHERE load_id = $1`,
    [
      loadId,
      ...fileValues(figures.file),
      figures.school === null ? null : encodeText(figures.school),
      figures.repeatOf,
      figures.skipped,
      figures.received,
      figures.loaded,
      figures.unchanged,
      figures.quarantined,
      issues.error,
      issues.query,
      issues.info,
    ],
  );
}

/** One row for a load that came to nothing: no counts, and nothing of any pupil. */
export async function writeFailure(
  store: Store,
  failure: {
    startedAt: Date;
    fingerprint: string;
    file: LoadedFile;
    school: string | null;
    code: string;
    place: Place;
  },
): Promise<void> {
  await store.transaction((session) =>
    session.query(
      `INSERT INTO rollbook.file_load (state, sha256, name, size, supplier, format, version, school,
         fingerprint, failure_code, failure_place, started_at, finished_at)
       VALUES ('failed', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11::timestamptz, clock_timestamp())`,
      [
        ...fileValues(failure.file),
        failure.school === null ? null : encodeText(failure.school),
        encodeText(failure.fingerprint),
        encodeText(failure.code),
        canonicalJson(failure.place),
        failure.startedAt.toISOString(),
      ],
    ),
  );
}

function fileValues(file: LoadedFile): SqlValue[] {
  const text = (value: string | null): string | null => (value === null ? null : encodeText(value));
  return [
    file.sha256,
    text(file.name),
    file.size,
    text(file.supplier),
    text(file.format),
    text(file.version),
  ];
}

/** Remembers which schools a load was about. `schools` are as the store's columns have them. */
export async function writeSchools(
  session: StoreSession,
  loadId: number,
  schools: Iterable<string>,
): Promise<void> {
  await session.query(
    `INSERT INTO rollbook.file_load_school (load_id, school)
     SELECT $1::bigint, jsonb_array_elements_text($2::text::jsonb)`,
    [loadId, JSON.stringify([...schools])],
  );
}

/**
 * The newest load of these very bytes, made in the same way, provided that no load since was about any of its
 * schools: then the same file again can change nothing. A file that is older than what came after it is no
 * such repeat. A load that was skipped stands for the one that it repeats.
 */
export async function findRepeated(
  session: StoreSession,
  sha256: string,
  fingerprint: string,
  loadId: number,
): Promise<number | null> {
  const { rows } = await session.query<{ load_id: number | string; overtaken: boolean }>(
    `SELECT CASE WHEN p.skipped THEN p.repeat_of ELSE p.load_id END AS load_id, EXISTS (
       SELECT 1 FROM rollbook.file_load_school mine
       JOIN rollbook.file_load_school later ON later.school = mine.school AND later.load_id > mine.load_id
       JOIN rollbook.file_load f ON f.load_id = later.load_id
       WHERE mine.load_id = p.load_id AND f.state = 'loaded' AND f.load_id <> $3::bigint) AS overtaken
     FROM rollbook.file_load p
     WHERE p.sha256 = $1 AND p.fingerprint = $2 AND p.state = 'loaded' AND p.load_id <> $3::bigint
     ORDER BY p.load_id DESC LIMIT 1`,
    [sha256, encodeText(fingerprint), loadId],
  );
  const previous = rows[0];
  return previous && !previous.overtaken ? Number(previous.load_id) : null;
}

/** True when a file of this size was loaded before, so that it pays to compute a digest first. */
export async function knowsSize(session: StoreSession, size: number): Promise<boolean> {
  const { rows } = await session.query(
    `SELECT 1 AS one FROM rollbook.file_load WHERE size = $1 AND state = 'loaded' LIMIT 1`,
    [size],
  );
  return rows.length > 0;
}

export interface LedgerQuery {
  /** Only loads about this school. */
  readonly school?: string;
  /** At most so many, the newest; 100 when not given. */
  readonly limit?: number;
}

type Row = Record<
  | 'load_id'
  | 'repeat_of'
  | 'size'
  | 'received'
  | 'loaded'
  | 'unchanged'
  | 'quarantined'
  | 'issue_errors'
  | 'issue_queries'
  | 'issue_infos',
  number | string | null
> &
  Record<
    | 'sha256'
    | 'name'
    | 'supplier'
    | 'format'
    | 'version'
    | 'school'
    | 'failure_code'
    | 'failure_place'
    | 'finished'
    | 'kinds',
    string | null
  > & { state: 'loaded' | 'failed'; skipped: boolean; started: string };

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const SELECT = `
  SELECT f.*, f.failure_place::text AS failure_place,
    to_char(f.started_at AT TIME ZONE 'UTC', ${ISO}) AS started,
    to_char(f.finished_at AT TIME ZONE 'UTC', ${ISO}) AS finished,
    (SELECT json_agg(json_build_array(k.kind, k.received, k.loaded, k.unchanged, k.quarantined))::text
     FROM rollbook.file_load_kind k WHERE k.load_id = f.load_id) AS kinds
  FROM rollbook.file_load f`;

/** Ledger rows, the newest first. */
export async function readLedger(
  store: Pick<Store, 'read'>,
  query: LedgerQuery = {},
): Promise<LedgerEntry[]> {
  const rows = await store.read<Row>(
    `${SELECT}
     WHERE $1::text IS NULL OR f.school = $2::text
       OR EXISTS (SELECT 1 FROM rollbook.file_load_school s WHERE s.load_id = f.load_id AND s.school = $1::text)
     ORDER BY f.load_id DESC LIMIT $3`,
    [
      query.school === undefined ? null : storeSchool(query.school),
      query.school === undefined ? null : encodeText(query.school),
      query.limit ?? 100,
    ],
  );
  return rows.map(entryOf);
}

export async function readEntry(session: StoreSession, loadId: number): Promise<LedgerEntry | undefined> {
  const { rows } = await session.query<Row>(`${SELECT} WHERE f.load_id = $1`, [loadId]);
  return rows[0] && entryOf(rows[0]);
}

function entryOf(row: Row): LedgerEntry {
  const kinds = JSON.parse(row.kinds ?? '[]') as [string, number, number, number, number][];
  const byKind: Partial<Record<RecordKind, Balance>> = {};
  for (const [kind, received, loaded, unchanged, quarantined] of kinds) {
    if (isRecordKind(kind)) byKind[kind] = { received, loaded, unchanged, quarantined };
  }
  return {
    loadId: Number(row.load_id),
    state: row.state,
    file: fileOf(row),
    school: decoded(row.school),
    repeatOf: row.repeat_of === null ? null : Number(row.repeat_of),
    skipped: row.skipped,
    received: Number(row.received),
    loaded: Number(row.loaded),
    unchanged: Number(row.unchanged),
    quarantined: Number(row.quarantined),
    issues: {
      error: Number(row.issue_errors),
      query: Number(row.issue_queries),
      info: Number(row.issue_infos),
    },
    byKind,
    failure:
      row.failure_code === null
        ? null
        : {
            code: decodeText(row.failure_code),
            place: parseStoredJson(row.failure_place ?? '{}') as Place,
          },
    startedAt: row.started,
    finishedAt: row.finished,
  };
}

/** The file facts in a ledger row. */
export function fileOf(
  row: Record<'sha256' | 'name' | 'supplier' | 'format' | 'version', string | null> & {
    size: number | string | null;
  },
): LoadedFile {
  return {
    name: decoded(row.name),
    sha256: row.sha256,
    size: row.size === null ? null : Number(row.size),
    supplier: decoded(row.supplier),
    format: decoded(row.format),
    version: decoded(row.version),
  };
}

function decoded(text: string | null): string | null {
  return text === null ? null : decodeText(text);
}
