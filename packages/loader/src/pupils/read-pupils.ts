import { storedKinds } from '../kind-tables.js';
import type { Store } from '../store.js';
import { decodeText, storeKey, storeSchool } from '../store-text.js';
import { FileCache } from '../stored-record.js';
import type { MatchState, PupilsQuery, PupilWithRecords } from './pupil-with-records.js';
import { placeOf, recordsOfPupils, type PupilPlace } from './records-of-pupils.js';

/** Pupils whose records are in memory at once. */
const PUPILS = 200;

/**
 * Pupils with their records, by school and key, in pages of at most 200: one statement a kind a page. A page with
 * nothing to give is left out.
 *
 * @throws the signal's reason, or LoaderError `store-failed`.
 */
export async function* readPupils(
  store: Pick<Store, 'read'>,
  query: PupilsQuery = {},
): AsyncGenerator<PupilWithRecords[], void, undefined> {
  const { signal, changedSince } = query;
  signal?.throwIfAborted();
  const files = new FileCache(store);
  const there = await personTables(store);
  const kinds = storedKinds.filter((kind) => query.kinds === undefined || query.kinds.includes(kind));
  const school = query.school === undefined ? null : storeSchool(query.school ?? undefined);
  const changed = changedSince === undefined ? undefined : await loadsSince(store, changedSince);
  if (changed?.size === 0) return;
  const among = changed === undefined ? null : JSON.stringify(await schoolsOf(store, changed));
  let after: PupilPlace = query.after
    ? { school: storeSchool(query.after.school ?? undefined), key: storeKey(query.after.key) }
    : { school: '', key: '' };
  let left = query.limit ?? Infinity;
  while (left > 0) {
    signal?.throwIfAborted();
    const size = changed === undefined ? Math.min(PUPILS, left) : PUPILS;
    const places = await store.read<{ school: string; key: string }>(
      `SELECT school, key FROM rollbook.pupil
       WHERE (school, key) > ($1, $2) AND ($3::text IS NULL OR school = $3::text)
         AND ($4::text IS NULL OR school IN (SELECT jsonb_array_elements_text($4::text::jsonb)))
       ORDER BY school, key LIMIT $5`,
      [after.school, after.key, school, among, size],
    );
    const last = places.at(-1);
    if (!last) return;
    const found = await recordsOfPupils(store, files, places, { kinds, signal });
    const links = await linksOf(store, there, places);
    const gone = changed && there.versions ? await goneOf(store, places, changed) : new Set<string>();
    const page: PupilWithRecords[] = [];
    for (const place of places) {
      const at = placeOf(place);
      const [own, ...others] = found.get(at) ?? [];
      // Gone since the page was read.
      if (own?.record.kind !== 'pupil') continue;
      const loads = [own, ...others].map(({ loadId }) => loadId);
      if (changed && !gone.has(at) && !loads.some((loadId) => changed.has(loadId))) continue;
      page.push({
        school: place.school === '' ? null : decodeText(place.school),
        key: own.record.key,
        pupil: own.record,
        records: others.map(({ record }) => record),
        ...(links.get(at) ?? UNKNOWN),
        // Not Math.max(...loads): a pupil may have more records than a call takes arguments.
        lastLoadId: loads.reduce((latest, loadId) => Math.max(latest, loadId), 0),
      });
    }
    const given = page.slice(0, left);
    if (given.length > 0) yield given;
    left -= changed === undefined ? places.length : given.length;
    if (places.length < size) return;
    after = last;
  }
}

type Link = Pick<PupilWithRecords, 'guid' | 'personId' | 'matchState' | 'contactGuids'>;
const NO_GUIDS: ReadonlyMap<string, string> = new Map();
const UNKNOWN: Link = { guid: null, personId: null, matchState: 'unknown', contactGuids: NO_GUIDS };

/** Loads that were merged after this one, by their order of commits. */
async function loadsSince(store: Pick<Store, 'read'>, loadId: number): Promise<Set<number>> {
  const rows = await store.read<{ load_id: number | string }>(
    `SELECT load_id FROM rollbook.file_load
     WHERE merged_order > coalesce((SELECT merged_order FROM rollbook.file_load WHERE load_id = $1::bigint), 0)`,
    [loadId],
  );
  return new Set(rows.map((row) => Number(row.load_id)));
}

async function schoolsOf(store: Pick<Store, 'read'>, loads: ReadonlySet<number>): Promise<string[]> {
  const rows = await store.read<{ school: string }>(
    `SELECT DISTINCT school FROM rollbook.file_load_school
     WHERE load_id IN (SELECT value::bigint FROM jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify([...loads])],
  );
  return rows.map(({ school }) => school);
}

/** Which pupils lost a record to one of the loads. */
async function goneOf(
  store: Pick<Store, 'read'>,
  places: readonly PupilPlace[],
  loads: ReadonlySet<number>,
): Promise<Set<string>> {
  const rows = await store.read<{ school: string; key: string }>(
    `SELECT DISTINCT v.school, v.pupil_key AS key FROM rollbook.record_version v
     JOIN jsonb_to_recordset($1::text::jsonb) AS wanted (school text, key text)
       ON v.school = wanted.school COLLATE "C" AND v.pupil_key = wanted.key COLLATE "C"
     WHERE v.closed_load_id IN (SELECT value::bigint FROM jsonb_array_elements_text($2::text::jsonb))`,
    [JSON.stringify(places), JSON.stringify([...loads])],
  );
  return new Set(rows.map(placeOf));
}

interface PersonTables {
  readonly links: boolean;
  readonly queue: boolean;
  readonly contacts: boolean;
  readonly versions: boolean;
}

/** Which of the tables of persons and history the store has: they came one by one. */
async function personTables(store: Pick<Store, 'read'>): Promise<PersonTables> {
  const [row] = await store.read<{ [name in keyof PersonTables]: boolean }>(
    `SELECT to_regclass('rollbook.person_link') IS NOT NULL AS links,
       to_regclass('rollbook.unmatched') IS NOT NULL AS queue,
       to_regclass('rollbook.contact_guid') IS NOT NULL AS contacts,
       to_regclass('rollbook.record_version') IS NOT NULL AS versions`,
  );
  return row ?? { links: false, queue: false, contacts: false, versions: false };
}

async function linksOf(
  store: Pick<Store, 'read'>,
  there: PersonTables,
  places: readonly PupilPlace[],
): Promise<Map<string, Link>> {
  const links = new Map<string, Link>();
  const wanted = JSON.stringify(places);
  const JOIN = `JOIN jsonb_to_recordset($1::text::jsonb) AS wanted (school text, key text)
    ON t.school = wanted.school COLLATE "C" AND t.key = wanted.key COLLATE "C"`;
  if (there.queue) {
    const rows = await store.read<PupilPlace & { state: string }>(
      `SELECT t.school, t.key, t.state FROM rollbook.unmatched t ${JOIN}`,
      [wanted],
    );
    for (const row of rows) links.set(placeOf(row), { ...UNKNOWN, matchState: queueState(row.state) });
  }
  if (there.links) {
    const rows = await store.read<PupilPlace & { person_id: string }>(
      `SELECT t.school, t.key, t.person_id FROM rollbook.person_link t ${JOIN}`,
      [wanted],
    );
    for (const row of rows) {
      const personId = row.person_id;
      links.set(placeOf(row), { ...UNKNOWN, guid: personId, personId, matchState: 'linked' });
    }
  }
  return links;
}

function queueState(state: string): MatchState {
  if (state === 'open') return 'unmatched';
  return state === 'rejected' ? 'rejected' : 'unknown';
}
