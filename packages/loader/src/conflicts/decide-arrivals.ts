import type { StoreSession } from '../store.js';
import type { ApplyResult } from './apply-to-persons.js';
import { defaultRule, type ProcessingSettings } from './settings.js';

/**
 * Decides on the values in `arrival` and writes what follows. Where several pupils of one person come at once,
 * they come one after the other: the pupil that the person was added from, then by school and key.
 */
export async function decideArrivals(
  session: StoreSession,
  processing: ProcessingSettings | undefined,
): Promise<ApplyResult> {
  const result = { same: 0, written: 0, raised: 0, closed: 0, ignored: 0 };
  const turns = await takeTurns(session);
  const settings = JSON.stringify(processing ?? {});
  for (let turn = 1; turn <= turns; turn++) {
    await flagFresh(session, turn);
    const fresh = await writeFresh(session, turn, settings);
    result.written += fresh.written;
    result.ignored += fresh.ignored;
    await decideTurn(session, turn, settings);
    const counts = await countDecided(session);
    result.same += counts.same;
    result.ignored += counts.ignore;
    result.closed += await closeAnswered(session);
    if (counts.write > 0) result.written += await write(session);
    if (counts.conflict > 0) {
      const { superseded, raised } = await raise(session);
      result.raised += raised;
      result.closed += superseded;
    }
    await session.run('DROP TABLE decided');
  }
  await session.run('DROP TABLE arrival_pupil');
  return result;
}

/** @returns how many turns there are; none when nothing came. */
async function takeTurns(session: StoreSession): Promise<number> {
  await session.run(`
    ANALYZE arrival;
    CREATE TEMP TABLE arrival_pupil ON COMMIT DROP AS
    SELECT person_id, school, key,
      row_number() OVER (PARTITION BY person_id ORDER BY added DESC, school, key)::integer AS turn, false AS fresh
    FROM (SELECT DISTINCT person_id, added, school, key FROM arrival) pupils;
    ANALYZE arrival_pupil`);
  const { rows } = await session.query<{ turns: number | string | null }>(
    'SELECT max(turn) AS turns FROM arrival_pupil',
  );
  return Number(rows[0]?.turns ?? 0);
}

/** Of whom nothing is held at all; which is asked at the person's turn, since the one before may change it. */
async function flagFresh(session: StoreSession, turn: number): Promise<void> {
  await session.query(
    `UPDATE arrival_pupil p SET fresh = true
     WHERE turn = $1::integer AND NOT EXISTS (SELECT FROM rollbook.person_held h WHERE h.person_id = p.person_id)`,
    [turn],
  );
  // Else the planner takes those that are fresh for one, and loops.
  await session.run('ANALYZE arrival_pupil');
}

/** The rule of each school and group that came; the settings are the statement's second parameter. */
const RULED = `ruled AS (
  SELECT school, data_group, coalesce(
    $2::text::jsonb #>> ARRAY['schools', school, data_group],
    $2::text::jsonb #>> ARRAY['default', data_group], '${defaultRule}') AS rule
  FROM (SELECT DISTINCT school, data_group FROM arrival) met)`;

/** A person of whom nothing is held has nothing to be in conflict with. */
async function writeFresh(
  session: StoreSession,
  turn: number,
  settings: string,
): Promise<{ written: number; ignored: number }> {
  const coming = `arrival a JOIN arrival_pupil p
    ON p.person_id = a.person_id AND p.school = a.school AND p.key = a.key AND p.turn = $1::integer AND p.fresh`;
  const { rows } = await session.query<{ n: number | string }>(
    `WITH ${RULED} SELECT count(*) AS n FROM ${coming} JOIN ruled r
       ON r.school = a.school AND r.data_group = a.data_group AND r.rule = 'dont-import'`,
    [turn, settings],
  );
  const { affected } = await session.query(
    `WITH ${RULED}
     INSERT INTO rollbook.person_held (person_id, data_group, item, value, school, key, load_id, as_of)
     SELECT a.person_id, a.data_group, a.item, a.value, a.school, a.key, a.load_id, a.as_of
     FROM ${coming} JOIN ruled r
       ON r.school = a.school AND r.data_group = a.data_group AND r.rule <> 'dont-import'
     ORDER BY a.person_id, a.data_group, a.item
     ON CONFLICT DO NOTHING`,
    [turn, settings],
  );
  if (affected >= WORTH_COUNTING) await session.run('ANALYZE rollbook.person_held');
  return { written: affected, ignored: Number(rows[0]?.n) };
}

/** As `decide` in decide.ts, for persons of whom something is held. */
async function decideTurn(session: StoreSession, turn: number, settings: string): Promise<void> {
  // CREATE TABLE AS takes no parameters everywhere, so the table comes first.
  await session.run(`
    CREATE TEMP TABLE decided (
      outcome text NOT NULL, held jsonb, person_id uuid NOT NULL, data_group text COLLATE "C" NOT NULL,
      item text COLLATE "C" NOT NULL, value jsonb NOT NULL, school text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL, load_id bigint NOT NULL, as_of timestamptz) ON COMMIT DROP`);
  await session.query(
    `INSERT INTO decided (outcome, held, person_id, data_group, item, value, school, key, load_id, as_of)
     WITH ${RULED}
     SELECT CASE
         WHEN h.value = a.value THEN 'same'
         WHEN r.rule = 'dont-import' THEN 'ignore'
         WHEN r.rule = 'always-import' THEN 'write'
         WHEN r.rule = 'always-conflict' THEN 'conflict'
         WHEN h.value IS NULL THEN 'write'
         WHEN r.rule = 'import-if-empty' THEN 'conflict'
         WHEN coalesce(a.as_of, '-infinity') >= coalesce(h.as_of, '-infinity') THEN 'write'
         ELSE 'ignore' END,
       h.value, a.person_id, a.data_group, a.item, a.value, a.school, a.key, a.load_id, a.as_of
     FROM arrival a
     JOIN arrival_pupil p ON p.person_id = a.person_id AND p.school = a.school AND p.key = a.key
       AND p.turn = $1::integer AND NOT p.fresh
     JOIN ruled r ON r.school = a.school AND r.data_group = a.data_group
     LEFT JOIN rollbook.person_held h
       ON h.person_id = a.person_id AND h.data_group = a.data_group AND h.item = a.item`,
    [turn, settings],
  );
  await session.run('ANALYZE decided');
}

type Outcome = 'same' | 'write' | 'conflict' | 'ignore';

async function countDecided(session: StoreSession): Promise<Record<Outcome, number>> {
  const counts = { same: 0, write: 0, conflict: 0, ignore: 0 };
  const { rows } = await session.query<{ outcome: Outcome; n: number | string }>(
    'SELECT outcome, count(*) AS n FROM decided GROUP BY outcome',
  );
  for (const { outcome, n } of rows) counts[outcome] = Number(n);
  return counts;
}

/** A school that says what is held, or what is written now, has answered its conflict; so has the value itself. */
async function closeAnswered(session: StoreSession): Promise<number> {
  const { affected } = await session.query(
    `UPDATE rollbook.conflict c SET state = 'gone', decided_at = now()
     FROM decided d
     WHERE c.state = 'open' AND d.outcome IN ('same', 'write')
       AND c.person_id = d.person_id AND c.data_group = d.data_group AND c.item = d.item
       AND (c.school = d.school OR c.incoming = d.value)`,
  );
  return affected;
}

async function write(session: StoreSession): Promise<number> {
  const { affected: added } = await session.query(
    `INSERT INTO rollbook.person_held (person_id, data_group, item, value, school, key, load_id, as_of)
     SELECT person_id, data_group, item, value, school, key, load_id, as_of
     FROM decided WHERE outcome = 'write' AND held IS NULL ORDER BY person_id, data_group, item
     ON CONFLICT DO NOTHING`,
  );
  const { affected: changed } = await session.query(
    `UPDATE rollbook.person_held h
     SET value = d.value, school = d.school, key = d.key, load_id = d.load_id, as_of = d.as_of, set_by = NULL,
       set_at = now()
     FROM decided d
     WHERE d.outcome = 'write' AND d.held IS NOT NULL
       AND h.person_id = d.person_id AND h.data_group = d.data_group AND h.item = d.item`,
  );
  if (added >= WORTH_COUNTING) await session.run('ANALYZE rollbook.person_held');
  return added + changed;
}

/** As in merge.ts: PGlite has no autovacuum that would tell its planner. */
const WORTH_COUNTING = 1000;

async function raise(session: StoreSession): Promise<{ superseded: number; raised: number }> {
  const sameItem = (table: string): string =>
    `${table}.person_id = d.person_id AND ${table}.data_group = d.data_group AND ${table}.item = d.item
     AND ${table}.school = d.school`;
  const { affected: superseded } = await session.query(
    `UPDATE rollbook.conflict c SET state = 'superseded', decided_at = now()
     FROM decided d
     WHERE d.outcome = 'conflict' AND c.state = 'open' AND ${sameItem('c')} AND c.incoming <> d.value`,
  );
  const { affected: raised } = await session.query(
    `INSERT INTO rollbook.conflict
       (person_id, school, pupil_key, data_group, item, held, incoming, load_id, as_of)
     SELECT d.person_id, d.school, d.key, d.data_group, d.item, d.held, d.value, d.load_id, d.as_of
     FROM decided d
     WHERE d.outcome = 'conflict' AND NOT EXISTS (
       SELECT FROM rollbook.conflict c
       WHERE c.state = 'refused' AND ${sameItem('c')} AND c.incoming = d.value)
     ORDER BY d.person_id, d.data_group, d.item
     ON CONFLICT (person_id, data_group, item, school) WHERE state = 'open' DO NOTHING`,
  );
  return { superseded, raised };
}
