import type { StoredKind } from '../kind-tables.js';
import type { LoadContext } from '../load-context.js';
import type { StoreSession } from '../store.js';

/** What stands against a kind's fit staged records. */
export interface Standing {
  /** In the store with the same content. */
  readonly same: number;
  /** In the store with other content, and the file may replace it. */
  readonly replaced: number;
  /** In the store with other content that a newer file may have confirmed, or closed by a newer file. */
  readonly outdated: number;
}

/** The kind, its table, and the condition on the stage's rows `s` that may be merged. */
export interface Part {
  readonly kind: StoredKind;
  readonly table: string;
  readonly fit: string;
}

/**
 * Finds the schools of the file of which a newer file was merged, and puts them into the temporary table `later_file`: with the
 * moment of the next newer file that had the kind, or null where none had. The files' dates decide and not those of the rows,
 * since a newer file that found a record unchanged leaves no mark on it.
 *
 * @returns whether there is any; hardly ever is, and then nothing more need be looked at.
 */
export async function findLaterFiles(
  session: StoreSession,
  { asOf, schools }: LoadContext,
  kind: StoredKind,
): Promise<boolean> {
  const { rows } = await session.query(
    `SELECT 1 AS one FROM rollbook.file_load f JOIN rollbook.file_load_school s USING (load_id)
     WHERE f.state = 'merged' AND f.as_of > $1::timestamptz
       AND s.school IN (SELECT jsonb_array_elements_text($2::text::jsonb)) LIMIT 1`,
    [asOf, JSON.stringify(schools)],
  );
  if (rows.length === 0) return false;
  await session.run(
    'DROP TABLE IF EXISTS pg_temp.later_file; CREATE TEMP TABLE later_file (school text COLLATE "C" PRIMARY KEY, next_from timestamptz) ON COMMIT DROP',
  );
  await session.query(
    `INSERT INTO later_file
     SELECT s.school, min(f.as_of) FILTER (WHERE EXISTS (
       SELECT FROM rollbook.file_load_kind k WHERE k.load_id = f.load_id AND k.kind = $3))
     FROM rollbook.file_load f JOIN rollbook.file_load_school s USING (load_id)
     WHERE f.state = 'merged' AND f.as_of > $1::timestamptz
       AND s.school IN (SELECT jsonb_array_elements_text($2::text::jsonb))
     GROUP BY s.school`,
    [asOf, JSON.stringify(schools), kind],
  );
  return true;
}

/** That a newer file than this had the kind at the school of the row. */
export function isLate(row: string): string {
  return `EXISTS (SELECT FROM later_file l WHERE l.school = ${row}.school AND l.next_from IS NOT NULL)`;
}

/** That the key of the staged row `s` isn't in the store, since a newer file (`$1` as of, `$2` kind) closed it. */
export function isGone(table: string): string {
  return `(EXISTS (
      SELECT FROM rollbook.record_version v
      WHERE v.kind = $2 AND v.school = s.school AND v.key = s.key AND v.ended = 'gone' AND v.gone_at > $1::timestamptz)
    AND NOT EXISTS (SELECT FROM ${table} t WHERE t.school = s.school AND t.key = s.key))`;
}

/** Looks how a kind's staged records stand to the store. @param late what {@link findLaterFiles} said */
export async function standingOf(
  session: StoreSession,
  { stages, asOf }: LoadContext,
  { kind, table, fit }: Part,
  late: boolean,
): Promise<Standing> {
  const stage = stages.of(kind);
  const changed = late ? isLate('t') : 'false';
  const { rows } = await session.query<Record<'same' | 'replaced' | 'outdated', number | string>>(
    `SELECT count(*) FILTER (WHERE t.content_hash = s.content_hash) AS same,
       count(*) FILTER (WHERE t.content_hash <> s.content_hash AND NOT ${changed}) AS replaced,
       count(*) FILTER (WHERE t.content_hash <> s.content_hash AND ${changed}) AS outdated
     FROM ${stage} s JOIN ${table} t USING (school, key) WHERE ${fit}`,
  );
  let gone = 0;
  if (late) {
    const { rows: found } = await session.query<{ gone: number | string }>(
      `SELECT count(*) AS gone FROM ${stage} s WHERE ${fit} AND ${isGone(table)}`,
      [asOf, kind],
    );
    gone = Number(found[0]?.gone);
  }
  const [counts] = rows;
  return {
    same: Number(counts?.same),
    replaced: Number(counts?.replaced),
    outdated: Number(counts?.outdated) + gone,
  };
}

/** Keeps the current rows that are about to be replaced, as versions that held until now. */
export async function keepReplaced(
  session: StoreSession,
  { stages, asOf, loadId }: LoadContext,
  { kind, table, fit }: Part,
  late: boolean,
): Promise<void> {
  await session.query(
    `INSERT INTO rollbook.record_version (kind, school, key, pupil_key, content_hash, valid_from, valid_to,
       first_load_id, load_id, closed_load_id, replaced_at, ended, place, record)
     SELECT $2::text, t.school, t.key, t.pupil_key, t.content_hash, t.valid_from,
       greatest(t.valid_from, $1::timestamptz), t.first_load_id, t.last_load_id, $3::bigint, clock_timestamp(),
       'changed', t.place, t.record
     FROM ${stages.of(kind)} s JOIN ${table} t USING (school, key)
     WHERE t.content_hash <> s.content_hash AND ${fit} ${late ? `AND NOT ${isLate('t')}` : ''}`,
    [asOf, kind, loadId],
  );
}
