import { recordKinds, type RecordKind } from '@rollbook/model';
import { LoaderError } from './errors.js';
import { columnsOf, tableOf, type StoredKind } from './kind-tables.js';
import type { Balance } from './load-result.js';
import { quarantineRejected } from './quarantine.js';
import { isAboutPupil, stageOf, type Staging } from './staging.js';
import type { StoreSession } from './store.js';

/**
 * Takes what was staged into the store, kind by kind in the model's order, so that pupils are settled before
 * what hangs on them. Every decision falls here and not while items arrive, since an issue may come before or
 * after the record that it is about.
 *
 * @returns the balance of every kind that occurred.
 * @throws LoaderError `ledger-unbalanced`; the caller's transaction must then roll back.
 */
export async function mergeStaged(
  session: StoreSession,
  staging: Staging,
  loadId: number,
  signal: AbortSignal | undefined,
): Promise<Map<RecordKind, Balance>> {
  const balances = new Map<RecordKind, Balance>();
  // What is unreadable comes last in the model, but may be the pupil that others hang on.
  if (staging.received.has('unreadable')) await rejectUnreadable(session);
  for (const kind of recordKinds) {
    const received = staging.received.get(kind);
    if (received === undefined) continue;
    signal?.throwIfAborted();
    await rejectWithErrors(session, kind);
    if (isAboutPupil(kind)) await rejectWithoutPupil(session, kind);
    const { loaded, unchanged } =
      kind === 'unreadable' ? { loaded: 0, unchanged: 0 } : await mergeKind(session, kind, loadId);
    const quarantined = await quarantineRejected(session, kind, loadId);
    if (kind === 'pupil') await rememberRejectedPupils(session);
    if (received !== loaded + unchanged + quarantined) {
      throw new LoaderError(
        'ledger-unbalanced',
        `Of ${received} records of kind ${kind}, ${loaded} were loaded, ${unchanged} were unchanged and ` +
          `${quarantined} were quarantined; nothing of the file was kept.`,
      );
    }
    balances.set(kind, { received, loaded, unchanged, quarantined });
  }
  return balances;
}

async function rejectUnreadable(session: StoreSession): Promise<void> {
  await session.run(`
    INSERT INTO rejected SELECT seq, 'unreadable' FROM ${stageOf('unreadable')};
    INSERT INTO rejected_pupil
      SELECT school, coalesce(pupil_key, key) FROM ${stageOf('unreadable')}
      WHERE record::jsonb ->> 'intended' = 'pupil'`);
}

/** An issue names kind and key, not the school: in a file of several schools it counts for each. */
async function rejectWithErrors(session: StoreSession, kind: RecordKind): Promise<void> {
  await session.query(
    `INSERT INTO rejected
     SELECT s.seq, 'error-issue' FROM ${stageOf(kind)} s
     WHERE s.key IN (SELECT i.key FROM stage_issue i WHERE i.severity = 'error' AND i.kind = $1)`,
    [kind],
  );
}

/** `rollbook.pupil` holds this file's good pupils already. */
async function rejectWithoutPupil(session: StoreSession, kind: RecordKind): Promise<void> {
  await session.run(`
    INSERT INTO rejected
    SELECT s.seq, CASE WHEN EXISTS
        (SELECT 1 FROM rejected_pupil r WHERE r.school = s.school AND r.key = s.pupil_key)
      THEN 'pupil-quarantined' ELSE 'pupil-missing' END
    FROM ${stageOf(kind)} s
    WHERE NOT EXISTS (SELECT 1 FROM rollbook."pupil" p WHERE p.school = s.school AND p.key = s.pupil_key)`);
}

async function rememberRejectedPupils(session: StoreSession): Promise<void> {
  await session.run(`
    INSERT INTO rejected_pupil
    SELECT DISTINCT s.school, s.key FROM ${stageOf('pupil')} s JOIN rejected r USING (seq)`);
}

/** Rows by which a table must change before the planner is told anew; PGlite has no autovacuum that would. */
const WORTH_COUNTING = 1000;

async function mergeKind(
  session: StoreSession,
  kind: StoredKind,
  loadId: number,
): Promise<{ loaded: number; unchanged: number }> {
  const stage = stageOf(kind);
  const table = tableOf(kind);
  await settleRepeats(session, stage);
  await session.run('ANALYZE rejected; ANALYZE repeated');
  const fit = `NOT EXISTS (SELECT 1 FROM rejected r WHERE r.seq = s.seq)
    AND NOT EXISTS (SELECT 1 FROM repeated r WHERE r.seq = s.seq)`;
  const { rows } = await session.query<{ same: number | string; repeats: number | string }>(
    `SELECT
       (SELECT count(*) FILTER (WHERE t.content_hash = s.content_hash)
        FROM ${stage} s JOIN ${table} t USING (school, key) WHERE ${fit}) AS same,
       (SELECT count(*) FROM ${stage} s JOIN repeated r USING (seq)) AS repeats`,
  );
  const own = columnsOf(kind).map(({ name }) => `"${name}"`);
  const columns = ['pupil_key', 'content_hash', 'last_load_id', 'place', 'record', ...own];
  const { affected } = await session.query(
    `INSERT INTO ${table} AS t (school, key, first_load_id, ${columns.join(', ')})
     SELECT s.school, s.key, $1::bigint, s.pupil_key, s.content_hash, $1::bigint,
       s.place::jsonb, s.record::jsonb${own.map((name) => `, s.${name}`).join('')}
     FROM ${stage} s LEFT JOIN ${table} o USING (school, key)
     WHERE o.content_hash IS DISTINCT FROM s.content_hash AND ${fit}
     ON CONFLICT (school, key) DO UPDATE
     SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
     WHERE t.content_hash <> excluded.content_hash`,
    [loadId],
  );
  if (affected >= WORTH_COUNTING) await session.run(`ANALYZE ${table}`);
  const counts = rows[0];
  return { loaded: affected, unchanged: Number(counts?.same) + Number(counts?.repeats) };
}

/**
 * The same key more than once among a file's fit records: the first stands. A later one with the same
 * content is a repeat, which changes nothing; any other is rejected.
 */
async function settleRepeats(session: StoreSession, stage: string): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE later ON COMMIT DROP AS
    WITH fit AS (
      SELECT s.seq, s.school, s.key, s.content_hash FROM ${stage} s
      WHERE NOT EXISTS (SELECT 1 FROM rejected r WHERE r.seq = s.seq)),
    several AS (SELECT school, key FROM fit GROUP BY school, key HAVING count(*) > 1)
    SELECT seq, is_first, same FROM (
      SELECT seq, row_number() OVER w = 1 AS is_first, content_hash = first_value(content_hash) OVER w AS same
      FROM fit JOIN several USING (school, key)
      WINDOW w AS (PARTITION BY school, key ORDER BY seq)) numbered
    WHERE NOT is_first;
    INSERT INTO rejected SELECT seq, 'duplicate-key' FROM later WHERE NOT same;
    INSERT INTO repeated SELECT seq FROM later WHERE same;
    DROP TABLE later`);
}
