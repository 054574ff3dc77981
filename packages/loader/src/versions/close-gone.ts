import type { Issue } from '@rollbook/parser-kit';
import { canonicalJson } from '../canonical-json.js';
import { storedKinds, tableOf, type StoredKind } from '../kind-tables.js';
import type { LoadContext } from '../load-context.js';
import { isAboutPupil } from '../staging.js';
import type { StoreSession } from '../store.js';
import { decodeText } from '../store-text.js';

/**
 * What a school says in whole each time. Marks, results, exclusions and the like are things that happened: an export of one term
 * doesn't undo those of another, so they end with their pupil alone.
 */
const STATES: readonly StoredKind[] = [
  'pupil',
  'contact',
  'enrolment',
  'fsm-spell',
  'sen-provision',
  'sen-need',
  'looked-after',
  'service-child',
  'pupil-premium',
];

/** What a full file may close of a school's records of one kind, at most: a tenth of them, or ten. */
const DEFAULT_SHARE = 0.1;
const FEW = 10;

export interface Closed {
  readonly closed: number;
  /** Issues of severity query that were put beside the file's own: where too much would have gone. */
  readonly queries: number;
}

/**
 * Closes records that a full file leaves out: of its schools, of the kinds that it has, and with a pupil all that is about
 * it. Each becomes a version that ended as `gone`. What the file has in quarantine hasn't gone, nor has what a newer file
 * brought. Where more of a school's records of a kind would go than a share, none of them goes, and an issue says so: a
 * file cut short at its source looks just like that.
 */
export async function closeGone(session: StoreSession, context: LoadContext): Promise<Closed> {
  if (context.scope !== 'full') return { closed: 0, queries: 0 };
  const kinds = STATES.filter((kind) => context.received.has(kind));
  if (kinds.length === 0) return { closed: 0, queries: 0 };
  const schools = await schoolsWithoutNewer(session, context);
  if (schools.length === 0) return { closed: 0, queries: 0 };
  await session.run(
    `CREATE TEMP TABLE gone (kind text COLLATE "C", school text COLLATE "C", key text COLLATE "C", PRIMARY KEY (kind, school, key)) ON COMMIT DROP`,
  );
  let queries = 0;
  for (const kind of kinds) {
    await findGone(session, { ...context, schools }, kind);
    queries += await keepTooMany(session, context, kind);
  }
  await addRecordsOfGonePupils(session);
  let closed = 0;
  for (const kind of storedKinds) closed += await close(session, context, kind);
  await session.run('DROP TABLE gone');
  return { closed, queries };
}

/**
 * The file's schools of which nothing newer was merged. What a newer file said again without a change leaves no mark on its
 * record, so that an older file can't tell what has gone since.
 */
async function schoolsWithoutNewer(
  session: StoreSession,
  { schools, asOf, loadId }: LoadContext,
): Promise<string[]> {
  const { rows } = await session.query<{ school: string }>(
    `SELECT w.school FROM jsonb_array_elements_text($1::text::jsonb) AS w (school)
     WHERE NOT EXISTS (
       SELECT FROM rollbook.file_load_school s JOIN rollbook.file_load f USING (load_id)
       WHERE s.school = w.school COLLATE "C" AND f.state = 'merged' AND f.load_id <> $3::bigint
         AND f.as_of > $2::timestamptz)`,
    [JSON.stringify(schools), asOf, loadId],
  );
  return rows.map(({ school }) => school);
}

async function findGone(session: StoreSession, context: LoadContext, kind: StoredKind): Promise<void> {
  const { stages, received } = context;
  // A pupil of whom the file has some record is there, whatever else it leaves out.
  const spoken = [...received.keys()]
    .filter((other) => kind === 'pupil' && isAboutPupil(other))
    .map(
      (other) =>
        ` AND NOT EXISTS (SELECT FROM ${stages.of(other)} s WHERE s.school = t.school AND s.pupil_key = t.key)`,
    );
  const unread = received.has('unreadable')
    ? ` AND NOT EXISTS (SELECT FROM ${stages.of('unreadable')} s WHERE s.school = t.school
          AND (s.key = t.key OR s.pupil_key = ${kind === 'pupil' ? 't.key' : 't.pupil_key'}${isAboutPupil(kind) ? ' OR s.key = t.pupil_key' : ''}))`
    : '';
  await session.query(
    `INSERT INTO gone SELECT $1::text, t.school, t.key FROM ${tableOf(kind)} t
     WHERE t.school IN (SELECT jsonb_array_elements_text($2::text::jsonb)) AND t.valid_from <= $3::timestamptz
       AND NOT EXISTS (SELECT FROM ${stages.of(kind)} s WHERE s.school = t.school AND s.key = t.key)${spoken.join('')}${unread}`,
    [kind, JSON.stringify(context.schools), context.asOf],
  );
}

/** @returns issues that were added. */
async function keepTooMany(session: StoreSession, context: LoadContext, kind: StoredKind): Promise<number> {
  const share = context.settings.closeShare ?? DEFAULT_SHARE;
  const { rows } = await session.query<{ school: string; gone: number | string; all: number | string }>(
    `SELECT g.school, count(*) AS gone,
       (SELECT count(*) FROM ${tableOf(kind)} t WHERE t.school = g.school) AS all
     FROM gone g WHERE g.kind = $1 GROUP BY g.school ORDER BY g.school`,
    [kind],
  );
  let queries = 0;
  for (const row of rows) {
    const [gone, all] = [Number(row.gone), Number(row.all)];
    if (gone <= FEW || gone <= share * all) continue;
    await session.query('DELETE FROM gone WHERE kind = $1 AND school = $2', [kind, row.school]);
    const school = row.school === '' ? 'no school' : `school ${decodeText(row.school)}`;
    const issue: Issue = {
      code: 'full-file-closes-too-much',
      severity: 'query',
      message: `The full file leaves out ${gone} of ${all} records of kind ${kind} that the store has of ${school}; none of them was closed.`,
      place: {},
      help: 'See whether the export was cut short or filtered. If so many have really gone, load it again with a larger closeShare.',
    };
    await session.query(
      `INSERT INTO ${context.stages.issues} (seq, severity, code, issue)
       SELECT coalesce(max(seq), -1) + 1, 'query', $1, $2 FROM ${context.stages.issues}`,
      [issue.code, canonicalJson(issue)],
    );
    queries++;
  }
  return queries;
}

async function addRecordsOfGonePupils(session: StoreSession): Promise<void> {
  for (const kind of storedKinds) {
    if (!isAboutPupil(kind)) continue;
    await session.query(
      `INSERT INTO gone SELECT $1::text, t.school, t.key FROM ${tableOf(kind)} t
       JOIN gone g ON g.kind = 'pupil' AND g.school = t.school AND g.key = t.pupil_key
       ON CONFLICT DO NOTHING`,
      [kind],
    );
  }
}

async function close(session: StoreSession, context: LoadContext, kind: StoredKind): Promise<number> {
  const { affected } = await session.query(
    `WITH closed AS (
       DELETE FROM ${tableOf(kind)} t USING gone g
       WHERE g.kind = $2 AND g.school = t.school AND g.key = t.key RETURNING t.*)
     INSERT INTO rollbook.record_version (kind, school, key, pupil_key, content_hash, valid_from, valid_to,
       first_load_id, load_id, closed_load_id, replaced_at, gone_at, ended, place, record)
     SELECT $2::text, school, key, pupil_key, content_hash, valid_from, greatest(valid_from, $1::timestamptz),
       first_load_id, last_load_id, $3::bigint, clock_timestamp(), $1::timestamptz, 'gone', place, record
     FROM closed`,
    [context.asOf, kind, context.loadId],
  );
  return affected;
}
