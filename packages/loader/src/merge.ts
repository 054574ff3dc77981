import { recordKinds, type RecordKind } from '@rollbook/model';
import { LoaderError } from './errors.js';
import { columnsOf, tableOf, type StoredKind } from './kind-tables.js';
import type { LoadContext, StageTables } from './load-context.js';
import type { Balance } from './load-result.js';
import { quarantineRejected } from './quarantine.js';
import { isAboutPupil } from './staging.js';
import type { StoreSession } from './store.js';
import { closeGone } from './versions/close-gone.js';
import { keepOutdated } from './versions/keep-outdated.js';
import { findLaterFiles, isGone, isLate, keepReplaced, standingOf } from './versions/settle-changes.js';

/** What a merge did. */
export interface Merged {
  /** The balance of every kind that occurred. */
  readonly byKind: ReadonlyMap<RecordKind, Balance>;
  /** Records that the store knows newer of; outside the balance. */
  readonly outdated: number;
  /** Records of the store that a full file left out, and that are closed now. */
  readonly closed: number;
  /** Issues that the merge itself added, of severity query. */
  readonly queries: number;
}

/**
 * Takes what was staged into the store, kind by kind in the model's order, so that pupils are settled before
 * what hangs on them. Every decision falls here and not while items arrive, since an issue may come before or
 * after the record that it is about.
 *
 * @throws LoaderError `ledger-unbalanced`; the caller's transaction must then roll back.
 */
export async function mergeStaged(session: StoreSession, context: LoadContext): Promise<Merged> {
  const { loadId, stages, signal } = context;
  const byKind = new Map<RecordKind, Balance>();
  let outdated = 0;
  await openRejections(session, stages);
  // What is unreadable comes last in the model, but may be the pupil that others hang on.
  if (context.received.has('unreadable')) await rejectUnreadable(session, stages);
  for (const kind of recordKinds) {
    const received = context.received.get(kind);
    if (received === undefined) continue;
    signal?.throwIfAborted();
    await rejectWithErrors(session, stages, kind);
    if (isAboutPupil(kind)) await rejectWithoutPupil(session, stages, kind);
    const merged =
      kind === 'unreadable'
        ? { loaded: 0, unchanged: 0, outdated: 0 }
        : await mergeKind(session, context, kind);
    const { loaded, unchanged } = merged;
    outdated += merged.outdated;
    const quarantined = await quarantineRejected(session, stages, kind, loadId);
    if (kind === 'pupil') await rememberRejectedPupils(session, stages);
    if (received !== loaded + unchanged + quarantined) {
      throw new LoaderError(
        'ledger-unbalanced',
        `Of ${received} records of kind ${kind}, ${loaded} were loaded, ${unchanged} were unchanged and ` +
          `${quarantined} were quarantined; nothing of the file was kept.`,
      );
    }
    byKind.set(kind, { received, loaded, unchanged, quarantined });
  }
  return { byKind, outdated, ...(await closeGone(session, context)) };
}

/** Gone when the transaction ends, so that a merge that is tried again begins with none. */
async function openRejections(session: StoreSession, stages: StageTables): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE ${stages.rejected} (seq bigint NOT NULL, reason text NOT NULL) ON COMMIT DROP;
    CREATE INDEX ON ${stages.rejected} (seq);
    CREATE TEMP TABLE ${stages.repeated} (seq bigint PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMP TABLE ${stages.rejectedPupil} (
      school text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL) ON COMMIT DROP`);
}

async function rejectUnreadable(session: StoreSession, stages: StageTables): Promise<void> {
  await session.run(`
    INSERT INTO ${stages.rejected} SELECT seq, 'unreadable' FROM ${stages.of('unreadable')};
    INSERT INTO ${stages.rejectedPupil}
      SELECT school, coalesce(pupil_key, key) FROM ${stages.of('unreadable')}
      WHERE record::jsonb ->> 'intended' = 'pupil'`);
}

/** An issue names kind and key, not the school: in a file of several schools it counts for each. */
async function rejectWithErrors(session: StoreSession, stages: StageTables, kind: RecordKind): Promise<void> {
  await session.query(
    `INSERT INTO ${stages.rejected}
     SELECT s.seq, 'error-issue' FROM ${stages.of(kind)} s
     WHERE s.key IN (SELECT i.key FROM ${stages.issues} i WHERE i.severity = 'error' AND i.kind = $1)`,
    [kind],
  );
}

/** `rollbook.pupil` holds this file's good pupils already. */
async function rejectWithoutPupil(
  session: StoreSession,
  stages: StageTables,
  kind: RecordKind,
): Promise<void> {
  await session.run(`
    INSERT INTO ${stages.rejected}
    SELECT s.seq, CASE WHEN EXISTS
        (SELECT 1 FROM ${stages.rejectedPupil} r WHERE r.school = s.school AND r.key = s.pupil_key)
      THEN 'pupil-quarantined' ELSE 'pupil-missing' END
    FROM ${stages.of(kind)} s
    WHERE NOT EXISTS (SELECT 1 FROM rollbook."pupil" p WHERE p.school = s.school AND p.key = s.pupil_key)`);
}

async function rememberRejectedPupils(session: StoreSession, stages: StageTables): Promise<void> {
  await session.run(`
    INSERT INTO ${stages.rejectedPupil}
    SELECT DISTINCT s.school, s.key FROM ${stages.of('pupil')} s JOIN ${stages.rejected} r USING (seq)`);
}

/** Rows by which a table must change before the planner is told anew; PGlite has no autovacuum that would. */
const WORTH_COUNTING = 1000;

/**
 * Loads what is new or changed and no older than what the store has. The locks of the file's schools are held, so that a key
 * that isn't there can't come from elsewhere meanwhile.
 */
async function mergeKind(
  session: StoreSession,
  context: LoadContext,
  kind: StoredKind,
): Promise<{ loaded: number; unchanged: number; outdated: number }> {
  const { stages, loadId, asOf } = context;
  const stage = stages.of(kind);
  const table = tableOf(kind);
  await settleRepeats(session, stages, stage);
  await session.run(`ANALYZE ${stages.rejected}; ANALYZE ${stages.repeated}`);
  const fit = `NOT EXISTS (SELECT 1 FROM ${stages.rejected} r WHERE r.seq = s.seq)
    AND NOT EXISTS (SELECT 1 FROM ${stages.repeated} r WHERE r.seq = s.seq)`;
  const part = { kind, table, fit };
  const late = await findLaterFiles(session, context, kind);
  const { same, replaced, outdated } = await standingOf(session, context, part, late);
  const { rows } = await session.query<{ repeats: number | string }>(
    `SELECT count(*) AS repeats FROM ${stage} s JOIN ${stages.repeated} r USING (seq)`,
  );
  const own = columnsOf(kind).map(({ name }) => `"${name}"`);
  let loaded = 0;
  if (late) await keepOutdated(session, context, part);
  if (replaced > 0) {
    await keepReplaced(session, context, part, late);
    const { affected } = await session.query(
      `UPDATE ${table} t
       SET pupil_key = s.pupil_key, content_hash = s.content_hash, last_load_id = $2::bigint,
         valid_from = $1::timestamptz, place = s.place::jsonb, record = s.record::jsonb
         ${own.map((name) => `, ${name} = s.${name}`).join('')}
       FROM ${stage} s
       WHERE t.school = s.school AND t.key = s.key AND t.content_hash <> s.content_hash
         AND ${fit} ${late ? `AND NOT ${isLate('t')}` : ''}`,
      [asOf, loadId],
    );
    loaded += affected;
  }
  const notGone = late ? `AND NOT ${isGone(table)}` : 'AND $2::text IS NOT NULL';
  const { affected } = await session.query(
    `INSERT INTO ${table} (school, key, first_load_id, last_load_id, valid_from, pupil_key, content_hash,
       place, record${own.map((name) => `, ${name}`).join('')})
     SELECT s.school, s.key, $3::bigint, $3::bigint, $1::timestamptz, s.pupil_key, s.content_hash,
       s.place::jsonb, s.record::jsonb${own.map((name) => `, s.${name}`).join('')}
     FROM ${stage} s LEFT JOIN ${table} o ON o.school = s.school AND o.key = s.key
     WHERE o.content_hash IS NULL AND ${fit} ${notGone}`,
    [asOf, kind, loadId],
  );
  loaded += affected;
  if (loaded >= WORTH_COUNTING) await session.run(`ANALYZE ${table}`);
  return { loaded, unchanged: same + outdated + Number(rows[0]?.repeats), outdated };
}

/**
 * The same key more than once among a file's fit records: the first stands. A later one with the same
 * content is a repeat, which changes nothing; any other is rejected.
 */
async function settleRepeats(session: StoreSession, stages: StageTables, stage: string): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE later ON COMMIT DROP AS
    WITH fit AS (
      SELECT s.seq, s.school, s.key, s.content_hash FROM ${stage} s
      WHERE NOT EXISTS (SELECT 1 FROM ${stages.rejected} r WHERE r.seq = s.seq)),
    several AS (SELECT school, key FROM fit GROUP BY school, key HAVING count(*) > 1)
    SELECT seq, is_first, same FROM (
      SELECT seq, row_number() OVER w = 1 AS is_first, content_hash = first_value(content_hash) OVER w AS same
      FROM fit JOIN several USING (school, key)
      WINDOW w AS (PARTITION BY school, key ORDER BY seq)) numbered
    WHERE NOT is_first;
    INSERT INTO ${stages.rejected} SELECT seq, 'duplicate-key' FROM later WHERE NOT same;
    INSERT INTO ${stages.repeated} SELECT seq FROM later WHERE same;
    DROP TABLE later`);
}
