import type { RecordKind } from '@rollbook/model';
import { LoaderError } from './errors.js';
import type { StageTables } from './load-context.js';
import type { StoreSession } from './store.js';

/** Why a record is in quarantine; it may be for several reasons. */
export type QuarantineReason =
  /** An issue of severity error is about it. */
  | 'error-issue'
  /** It couldn't be read as the record that it should be. */
  | 'unreadable'
  /** Its pupil is in the same file, in quarantine, and not in the store from before. */
  | 'pupil-quarantined'
  /** Its pupil is neither in the file nor in the store. */
  | 'pupil-missing'
  /** An earlier record of the file has its key and other content; that one stands. */
  | 'duplicate-key';

/**
 * Puts the kind's rejected records into quarantine, and closes what earlier loads left open for the same
 * keys: `resolved` when the record is good now, `superseded` when it came again and isn't. A record that is
 * rejected just as before keeps its row.
 *
 * @returns how many records were rejected.
 */
export async function quarantineRejected(
  session: StoreSession,
  stages: StageTables,
  kind: RecordKind,
  loadId: number,
): Promise<number> {
  const stage = stages.of(kind);
  const { rows } = await session.query<{ rejected: number | string }>(
    `SELECT count(DISTINCT r.seq) AS rejected FROM ${stages.rejected} r JOIN ${stage} s USING (seq)`,
  );
  const rejected = Number(rows[0]?.rejected);
  if (rejected > 0) {
    const { affected } = await session.query(
      `INSERT INTO rollbook.quarantine (kind, school, key, pupil_key, content_hash, occurrence,
         first_load_id, last_load_id, reasons, place, record, issues)
       SELECT $1::text, s.school, s.key, s.pupil_key, s.content_hash,
         row_number() OVER (PARTITION BY s.school, s.key, s.content_hash ORDER BY s.seq),
         $2::bigint, $2::bigint, why.reasons, s.place::jsonb, s.record::jsonb, coalesce(about.issues, '[]')
       FROM ${stage} s
       JOIN (SELECT seq, array_agg(reason ORDER BY reason) AS reasons FROM ${stages.rejected} GROUP BY seq) why USING (seq)
       LEFT JOIN (
         SELECT key, jsonb_agg(issue::jsonb ORDER BY seq) AS issues
         FROM ${stages.issues} WHERE kind = $1::text GROUP BY key) about ON about.key = s.key
       ON CONFLICT (kind, school, key, content_hash, occurrence) WHERE state = 'open' DO UPDATE
       SET last_load_id = excluded.last_load_id, reasons = excluded.reasons, place = excluded.place,
         issues = excluded.issues`,
      [kind, loadId],
    );
    if (affected !== rejected) {
      throw new LoaderError(
        'ledger-unbalanced',
        `Of ${rejected} records of kind ${kind} to quarantine, ${affected} came there; nothing of the file was kept.`,
      );
    }
  }
  await closeEarlier(session, stages, kind, loadId);
  return rejected;
}

async function closeEarlier(
  session: StoreSession,
  stages: StageTables,
  kind: RecordKind,
  loadId: number,
): Promise<void> {
  const open = `q.kind = $1::text AND q.state = 'open' AND q.last_load_id <> $2::bigint`;
  const { rows } = await session.query(`SELECT 1 AS one FROM rollbook.quarantine q WHERE ${open} LIMIT 1`, [
    kind,
    loadId,
  ]);
  if (rows.length === 0) return;
  await session.query(
    `UPDATE rollbook.quarantine q
     SET state = CASE WHEN sent.is_good THEN 'resolved' ELSE 'superseded' END, closed_load_id = $2::bigint
     FROM (
       SELECT s.school, s.key, bool_or(r.seq IS NULL) AS is_good
       FROM ${stages.of(kind)} s LEFT JOIN ${stages.rejected} r USING (seq)
       WHERE (s.school, s.key) IN (SELECT q.school, q.key FROM rollbook.quarantine q WHERE ${open})
       GROUP BY s.school, s.key) sent
     WHERE ${open} AND q.school = sent.school AND q.key = sent.key`,
    [kind, loadId],
  );
}
