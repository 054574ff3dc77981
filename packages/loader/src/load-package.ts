import { isRecordKind, type Place, type RecordKind } from '@rollbook/model';
import { auditFailedLoad } from './audit/audit-load.js';
import { canonicalJson } from './canonical-json.js';
import { LoaderError } from './errors.js';
import { decoded, fileOf, fileValues, ISO } from './ledger.js';
import type { LoadScope } from './load-context.js';
import type { LedgerEntry, LoadedFile, LoadState } from './load-result.js';
import { forgetMatches } from './matching/match-staged.js';
import { dropStages } from './staging.js';
import type { Store, StoreSession } from './store.js';
import { decodeText, encodeText } from './store-text.js';

/** A load as the ledger keeps it between its steps: enough to go on with after a restart. */
export interface LoadPackage {
  readonly loadId: number;
  readonly state: LoadState;
  readonly fingerprint: string;
  readonly file: LoadedFile;
  readonly school: string | null;
  /** Staged records by kind; empty before they are staged, and after they are merged. */
  readonly received: ReadonlyMap<RecordKind, number>;
  readonly issues: LedgerEntry['issues'];
  /** As the store's columns have them, sorted. */
  readonly schools: readonly string[];
  readonly asOf: string;
  readonly scope: LoadScope;
}

/** What staging found out. */
export interface Staged {
  readonly file: LoadedFile;
  readonly school: string | null;
  readonly received: ReadonlyMap<RecordKind, number>;
  readonly issues: LedgerEntry['issues'];
  readonly schools: Iterable<string>;
  readonly asOf: string;
}

/** Remembers what was staged, in the transaction that staged it. @throws LoaderError `interrupted`. */
export async function markStaged(session: StoreSession, loadId: number, staged: Staged): Promise<void> {
  const { issues } = staged;
  const { affected } = await session.query(
    `UPDATE rollbook.file_load
     SET state = 'staged', sha256 = $2, name = $3, size = $4, supplier = $5, format = $6, version = $7,
       school = $8, staged = $9::text::jsonb, issue_errors = $10, issue_queries = $11, issue_infos = $12,
       as_of = $13::timestamptz
     WHERE load_id = $1 AND state = 'received'`,
    [
      loadId,
      ...fileValues(staged.file),
      staged.school === null ? null : encodeText(staged.school),
      JSON.stringify(Object.fromEntries(staged.received)),
      issues.error,
      issues.query,
      issues.info,
      staged.asOf,
    ],
  );
  if (affected !== 1) throw interrupted();
  await session.query(
    `INSERT INTO rollbook.file_load_school (load_id, school)
     SELECT $1::bigint, jsonb_array_elements_text($2::text::jsonb)`,
    [loadId, JSON.stringify([...staged.schools])],
  );
}

/** @throws LoaderError `interrupted`. */
export async function markMatched(session: StoreSession, loadId: number): Promise<void> {
  const { affected } = await session.query(
    `UPDATE rollbook.file_load SET state = 'matched' WHERE load_id = $1 AND state = 'staged'`,
    [loadId],
  );
  if (affected !== 1) throw interrupted();
}

/** The package, locked to the transaction's end: who comes second finds what the first made of it. */
export async function takePackage(session: StoreSession, loadId: number): Promise<LoadPackage> {
  const { rows } = await session.query<
    Parameters<typeof fileOf>[0] & {
      state: LoadState;
      fingerprint: string;
      school: string | null;
      received: string | null;
      scope: LoadScope;
      as_of: string;
    } & Record<'issue_errors' | 'issue_queries' | 'issue_infos', number | string>
  >(
    `SELECT state, fingerprint, sha256, name, size, supplier, format, version, school, staged::text AS received,
       scope, to_char(as_of AT TIME ZONE 'UTC', ${ISO}) AS as_of, issue_errors, issue_queries, issue_infos
     FROM rollbook.file_load WHERE load_id = $1 FOR UPDATE`,
    [loadId],
  );
  const row = rows[0];
  if (!row) throw interrupted();
  const counts = Object.entries(JSON.parse(row.received ?? '{}') as Record<string, number>);
  return {
    loadId,
    state: row.state,
    fingerprint: decodeText(row.fingerprint),
    file: fileOf(row),
    school: decoded(row.school),
    received: new Map(
      counts.flatMap(([kind, count]) => (isRecordKind(kind) ? [[kind, count] as const] : [])),
    ),
    issues: {
      error: Number(row.issue_errors),
      query: Number(row.issue_queries),
      info: Number(row.issue_infos),
    },
    schools: await readSchools(session, loadId),
    asOf: row.as_of,
    scope: row.scope,
  };
}

/** The schools of a load, as the store's columns have them, sorted. */
export async function readSchools(session: StoreSession, loadId: number): Promise<string[]> {
  const { rows } = await session.query<{ school: string }>(
    'SELECT school FROM rollbook.file_load_school WHERE load_id = $1 ORDER BY school',
    [loadId],
  );
  return rows.map(({ school }) => school);
}

/** Numbers of the loads that are neither merged nor failed, in the order in which they came. */
export async function readUnfinished(
  store: Pick<Store, 'read'>,
  olderThan: Date | undefined,
): Promise<number[]> {
  const rows = await store.read<{ load_id: number | string }>(
    `SELECT load_id FROM rollbook.file_load
     WHERE state IN ('received', 'staged', 'matched') AND ($1::timestamptz IS NULL OR started_at < $1::timestamptz)
     ORDER BY load_id`,
    [olderThan?.toISOString() ?? null],
  );
  return rows.map((row) => Number(row.load_id));
}

/**
 * The row of a load that came to nothing: no counts, no staged records, and nothing of any pupil. One that was
 * settled before stays as it is.
 *
 * @returns whether it was this that settled it.
 */
export async function failPackage(
  session: StoreSession,
  loadId: number,
  failure: { file?: LoadedFile; school?: string | null; code: string; place?: Place },
): Promise<boolean> {
  const { file } = failure;
  const { rows } = await session.query<{ sha256: string | null; school: string | null }>(
    `UPDATE rollbook.file_load
     SET state = 'failed', staged = NULL, sha256 = coalesce($2, sha256), name = coalesce($3, name),
       size = coalesce($4, size), supplier = coalesce($5, supplier), format = coalesce($6, format),
       version = coalesce($7, version), school = coalesce($8, school), failure_code = $9,
       failure_place = $10::text::jsonb, issue_errors = 0, issue_queries = 0, issue_infos = 0,
       finished_at = clock_timestamp()
     WHERE load_id = $1 AND state IN ('received', 'staged', 'matched')
     RETURNING sha256, school`,
    [
      loadId,
      ...(file ? fileValues(file) : [null, null, null, null, null, null]),
      failure.school === undefined || failure.school === null ? null : encodeText(failure.school),
      encodeText(failure.code),
      canonicalJson(failure.place ?? {}),
    ],
  );
  const row = rows[0];
  if (!row) return false;
  await session.query('DELETE FROM rollbook.file_load_school WHERE load_id = $1', [loadId]);
  await forgetMatches(session, loadId);
  await dropStages(session, loadId);
  await auditFailedLoad(session, {
    loadId,
    school: decoded(row.school),
    sha256: row.sha256,
    code: failure.code,
  });
  return true;
}

export function interrupted(): LoaderError {
  return new LoaderError(
    'interrupted',
    'The load was taken for abandoned and settled while it was still going on; its ledger row tells how.',
  );
}
