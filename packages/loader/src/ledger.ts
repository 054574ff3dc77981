import { isRecordKind, type Place, type RecordKind } from '@rollbook/model';
import { parseStoredJson } from './canonical-json.js';
import type { LoadScope } from './load-context.js';
import type { Balance, LedgerEntry, LoadedFile, LoadState } from './load-result.js';
import type { SqlValue, Store, StoreSession } from './store.js';
import { decodeText, encodeText, storeSchool } from './store-text.js';

/** What a merged load says of itself in the ledger. */
export interface LedgerFigures extends Balance {
  readonly file: LoadedFile;
  readonly school: string | null;
  readonly repeatOf: number | null;
  readonly skipped: boolean;
  readonly outdated: number;
  readonly closed: number;
  readonly issues: LedgerEntry['issues'];
}

/** Opens a ledger row, in the state `received`. */
export async function openEntry(
  session: StoreSession,
  entry: {
    startedAt: Date;
    fingerprint: string;
    file: LoadedFile;
    school: string | null;
    asOf: string;
    scope: LoadScope;
  },
): Promise<number> {
  const { rows } = await session.query<{ load_id: number | string }>(
    `INSERT INTO rollbook.file_load (state, sha256, name, size, supplier, format, version, school, fingerprint,
       started_at, as_of, scope)
     VALUES ('received', $1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $10::timestamptz, $11)
     RETURNING load_id`,
    [
      ...fileValues(entry.file),
      entry.school === null ? null : encodeText(entry.school),
      encodeText(entry.fingerprint),
      entry.startedAt.toISOString(),
      entry.asOf,
      entry.scope,
    ],
  );
  return Number(rows[0]?.load_id);
}

/**
 * Completes the row of a load that is merged in this transaction, which must hold the locks of its schools, so
 * that for one school the order is that of commits. The table's CHECK refuses figures that don't balance.
 */
export async function completeEntry(
  session: StoreSession,
  loadId: number,
  figures: LedgerFigures,
  byKind: ReadonlyMap<RecordKind, Balance>,
): Promise<void> {
  const kinds = [...byKind].map(([kind, balance]) => ({ kind, ...balance }));
  if (kinds.length > 0) {
    await session.query(
      `INSERT INTO rollbook.file_load_kind (load_id, kind, received, loaded, unchanged, quarantined)
       SELECT $1::bigint, kind, received, loaded, unchanged, quarantined
       FROM jsonb_to_recordset($2::text::jsonb)
         AS k (kind text, received bigint, loaded bigint, unchanged bigint, quarantined bigint)`,
      [loadId, JSON.stringify(kinds)],
    );
  }
  const { issues } = figures;
  await session.query(
    `UPDATE rollbook.file_load
     SET state = 'merged', staged = NULL, merged_order = nextval('rollbook.merged_order'),
       sha256 = $2, name = $3, size = $4, supplier = $5, format = $6, version = $7,
       school = $8, repeat_of = $9, skipped = $10, received = $11, loaded = $12, unchanged = $13,
       quarantined = $14, issue_errors = $15, issue_queries = $16, issue_infos = $17, outdated = $18,
       closed = $19,
       -- no finer than it is told, so that what was known at that moment is what this load made known
       finished_at = date_trunc('milliseconds', clock_timestamp())
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
      figures.outdated,
      figures.closed,
    ],
  );
}

/** Parameters for the columns sha256, name, size, supplier, format, version. */
export function fileValues(file: LoadedFile): SqlValue[] {
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
 * The load of these very bytes, made in the same way, that was merged last, provided that no load merged since
 * was about any of its schools: then the same file again can change nothing. Under the locks of its schools the
 * answer stands to the end of the transaction; without them it is a guess.
 * A file that is older than what came after it is no
 * such repeat, nor is one of whose schools records were removed since. A load that was skipped stands for the one that it repeats.
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
       JOIN rollbook.file_load_school later ON later.school = mine.school
       JOIN rollbook.file_load f ON f.load_id = later.load_id
       WHERE mine.load_id = p.load_id AND f.merged_order > p.merged_order)
       OR EXISTS (
         SELECT 1 FROM rollbook.removal r
         WHERE r.removed_order > p.merged_order AND (r.removed_school IS NULL OR r.removed_school IN
           (SELECT school FROM rollbook.file_load_school mine WHERE mine.load_id = p.load_id))) AS overtaken
     FROM rollbook.file_load p
     WHERE p.sha256 = $1 AND p.fingerprint = $2 AND p.state = 'merged' AND p.load_id <> $3::bigint
     ORDER BY p.merged_order DESC LIMIT 1`,
    [sha256, encodeText(fingerprint), loadId],
  );
  const previous = rows[0];
  return previous && !previous.overtaken ? Number(previous.load_id) : null;
}

/** True when a file of this size was loaded before, so that it pays to compute a digest first. */
export async function knowsSize(store: Pick<Store, 'read'>, size: number): Promise<boolean> {
  const rows = await store.read(
    `SELECT 1 AS one FROM rollbook.file_load WHERE size = $1 AND state = 'merged' LIMIT 1`,
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
  | 'issue_infos'
  | 'outdated'
  | 'closed',
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
  > & { state: LoadState; scope: LoadScope; skipped: boolean; started: string; as_of_text: string };

/** Format of `to_char` for a moment in UTC. */
export const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const SELECT = `
  SELECT f.*, f.failure_place::text AS failure_place,
    to_char(f.started_at AT TIME ZONE 'UTC', ${ISO}) AS started,
    to_char(f.as_of AT TIME ZONE 'UTC', ${ISO}) AS as_of_text,
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
    asOf: row.as_of_text,
    scope: row.scope,
    outdated: Number(row.outdated),
    closed: Number(row.closed),
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

/** A nullable column of text as it was sent. */
export function decoded(text: string | null): string | null {
  return text === null ? null : decodeText(text);
}
