import type { LoadContext } from '../load-context.js';
import type { StoreSession } from '../store.js';
import { isGone, type Part } from './settle-changes.js';

/** Columns of a version, in order; the moments and why it ended come from each statement. */
const COLUMNS = `(kind, school, key, pupil_key, content_hash, valid_from, valid_to, first_load_id, load_id,
  closed_load_id, replaced_at, ended, place, record)`;

/**
 * Keeps what an older file says beside newer ones: each record as a version that held from the file's moment to that of the next
 * newer file. Where another version, or the current one, spans that moment, it is taken apart: it held before, and again
 * afterwards. A record that says what is known of that moment already is nothing new.
 */
export async function keepOutdated(
  session: StoreSession,
  { stages, asOf, loadId }: LoadContext,
  { kind, table, fit }: Part,
): Promise<void> {
  // The current one holds from earlier, where nothing else held in between.
  await session.query(
    `UPDATE ${table} t SET valid_from = $1::timestamptz FROM ${stages.of(kind)} s
     WHERE t.school = s.school AND t.key = s.key AND t.content_hash = s.content_hash
       AND t.valid_from > $1::timestamptz AND ${fit} AND NOT EXISTS (
         SELECT FROM rollbook.record_version v
         WHERE v.kind = $2 AND v.school = t.school AND v.key = t.key AND v.valid_to > $1::timestamptz)`,
    [asOf, kind],
  );
  await session.run('DROP TABLE IF EXISTS pg_temp.older');
  await session.query(
    `CREATE TEMP TABLE older ON COMMIT DROP AS
     SELECT s.school, s.key, s.pupil_key, s.content_hash, s.place, s.record, l.next_from,
       t.valid_from AS current_from, t.valid_from <= $1::timestamptz AS is_current, c.version_id AS covering
     FROM ${stages.of(kind)} s JOIN later_file l ON l.school = s.school
     LEFT JOIN ${table} t ON t.school = s.school AND t.key = s.key
     LEFT JOIN LATERAL (
       SELECT v.version_id, v.content_hash FROM rollbook.record_version v
       WHERE v.kind = $2 AND v.school = s.school AND v.key = s.key
         AND v.valid_from <= $1::timestamptz AND v.valid_to > $1::timestamptz
       ORDER BY v.version_id DESC LIMIT 1) c ON true
     WHERE ${fit} AND c.content_hash IS DISTINCT FROM s.content_hash
       AND (l.next_from IS NOT NULL AND (t.content_hash <> s.content_hash OR t.valid_from > $1::timestamptz)
         OR ${isGone(table)})`,
    [asOf, kind],
  );
  await session.query(
    `INSERT INTO rollbook.record_version ${COLUMNS}
     SELECT $2::text, o.school, o.key, o.pupil_key, o.content_hash, $1::timestamptz,
       CASE WHEN o.is_current THEN o.next_from
         WHEN o.covering IS NOT NULL THEN least(o.next_from, c.valid_to)
         ELSE least(o.current_from, (
           SELECT min(v.valid_from) FROM rollbook.record_version v
           WHERE v.kind = $2 AND v.school = o.school AND v.key = o.key AND v.valid_from > $1::timestamptz)) END,
       $3::bigint, $3::bigint, $3::bigint, clock_timestamp(), 'outdated', o.place::jsonb, o.record::jsonb
     FROM older o LEFT JOIN rollbook.record_version c ON c.version_id = o.covering`,
    [asOf, kind, loadId],
  );
  // What spans the moment: its later part first, as long as it is known where that ended.
  await session.query(
    `INSERT INTO rollbook.record_version ${COLUMNS}
     SELECT c.kind, c.school, c.key, c.pupil_key, c.content_hash, o.next_from, c.valid_to, c.first_load_id, c.load_id,
       $1::bigint, clock_timestamp(), 'outdated', c.place, c.record
     FROM older o JOIN rollbook.record_version c ON c.version_id = o.covering
     WHERE o.next_from < c.valid_to`,
    [loadId],
  );
  await session.query(
    `UPDATE rollbook.record_version c SET valid_to = $1::timestamptz FROM older o WHERE c.version_id = o.covering`,
    [asOf],
  );
  await session.query(
    `INSERT INTO rollbook.record_version ${COLUMNS}
     SELECT $2::text, t.school, t.key, t.pupil_key, t.content_hash, t.valid_from, $1::timestamptz, t.first_load_id,
       t.last_load_id, $3::bigint, clock_timestamp(), 'outdated', t.place, t.record
     FROM older o JOIN ${table} t USING (school, key) WHERE o.is_current`,
    [asOf, kind, loadId],
  );
  await session.run(
    `UPDATE ${table} t SET valid_from = o.next_from FROM older o
     WHERE o.is_current AND t.school = o.school AND t.key = o.key`,
  );
}
