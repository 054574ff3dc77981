import type { CanonicalRecord, FileProvenance, JsonValue, Place, Pupil } from '@rollbook/model';
import { recordReference, type Issue } from '@rollbook/parser-kit';
import { parseStoredJson } from '../canonical-json.js';
import { contentOf, itemOf } from '../conflicts/arrivals.js';
import type { ConflictState } from '../conflicts/conflict.js';
import { heldKinds, kindGroups, type DataGroup, type PupilRecordKind } from '../conflicts/data-groups.js';
import { itemParts } from '../conflicts/held-value.js';
import { tableOf } from '../kind-tables.js';
import type { QuarantineReason } from '../quarantine.js';
import type { Store } from '../store.js';
import { storeSchool } from '../store-text.js';
import { FileCache, PAGE } from '../stored-record.js';
import { explanations, type RejectionCode } from './explanations.js';

/** Something that a school sent and that isn't with the council, or waits. */
export interface Rejection {
  /**
   * `quarantined`: the record wasn't loaded. `unmatched`: nobody has said yet whose record it is. `rejected`: an
   * officer didn't take the pupil. `refused`, `waiting`: a value that differs from the one held.
   */
  readonly why: 'quarantined' | 'unmatched' | 'rejected' | 'refused' | 'waiting';
  /** What is the matter, as a validation issue, with its place in the school's own file. */
  readonly issue: Issue;
  /** The record that it is about; a pupil's data. */
  readonly record: CanonicalRecord;
  /** The pupil's name, where it is known; a pupil's data. */
  readonly pupil?: string;
  readonly loadId: number;
  readonly file: FileProvenance;
}

export interface RejectionsQuery {
  /** LAESTAB; null for what stands under no school. */
  readonly school: string | null;
  /** Of loads that began at this moment or later: an ISO 8601 day or date-time. */
  readonly since?: string;
  /** Of this load. */
  readonly loadId?: number;
}

type Reader = Pick<Store, 'read'>;

/**
 * All that a school sent and that isn't with the council, file by file, the oldest first: records in quarantine
 * with their issues, pupils that nobody has matched or that were rejected, values that were refused or wait. A
 * refused value that the school no longer sends is left out.
 */
export async function* readRejections(
  store: Reader,
  query: RejectionsQuery,
): AsyncGenerator<Rejection, void, undefined> {
  const school = storeSchool(query.school ?? undefined);
  const files = new FileCache(store);
  const queue = await hasQueue(store);
  const loads = await store.read<{ load_id: number | string }>(
    `SELECT load_id FROM rollbook.file_load JOIN (
       SELECT last_load_id AS load_id FROM rollbook.quarantine WHERE school = $1 AND state = 'open'
       ${queue ? `UNION SELECT load_id FROM rollbook.unmatched WHERE school = $1 AND state IN ('open', 'rejected')` : ''}
       UNION SELECT load_id FROM rollbook.conflict WHERE school = $1 AND state IN ('open', 'refused')) met
       USING (load_id)
     WHERE ($2::text IS NULL OR started_at >= $2::text::timestamptz)
       AND ($3::bigint IS NULL OR load_id = $3::bigint)
     ORDER BY load_id`,
    [school, query.since ?? null, query.loadId ?? null],
  );
  for (const { load_id: load } of loads) {
    const loadId = Number(load);
    const file = await files.get(loadId);
    const told = (found: Omit<Rejection, 'loadId' | 'file'>): Rejection => ({ ...found, loadId, file });
    for await (const found of quarantined(store, school, loadId, file)) yield told(found);
    if (queue) for await (const found of unmatched(store, school, loadId, file)) yield told(found);
    for await (const found of conflicting(store, school, loadId, file)) yield told(found);
  }
}

/** Whether the store matches pupils at all. */
async function hasQueue(store: Reader): Promise<boolean> {
  const [found] = await store.read<{ there: boolean }>(
    `SELECT to_regclass('rollbook.unmatched') IS NOT NULL AS there`,
  );
  return found?.there === true;
}

type Found = Omit<Rejection, 'loadId' | 'file'>;

interface QuarantineRow {
  id: number | string;
  reasons: string;
  place: string;
  record: string;
  issues: string;
  pupil: string | null;
}

async function* quarantined(
  store: Reader,
  school: string,
  loadId: number,
  file: FileProvenance,
): AsyncGenerator<Found> {
  for await (const row of pages<QuarantineRow>((after) =>
    store.read<QuarantineRow>(
      `SELECT q.quarantine_id AS id, to_json(q.reasons)::text AS reasons, q.place::text AS place,
         q.record::text AS record, q.issues::text AS issues, p.record::text AS pupil
       FROM rollbook.quarantine q LEFT JOIN rollbook.pupil p ON p.school = q.school AND p.key = q.pupil_key
       WHERE q.state = 'open' AND q.school = $1 AND q.last_load_id = $2 AND q.quarantine_id > $3
       ORDER BY q.quarantine_id LIMIT ${PAGE}`,
      [school, loadId, after],
    ),
  )) {
    const record = recordOf(row.record, row.place, file);
    const pupil =
      record.kind === 'pupil' ? record : row.pupil === null ? undefined : recordOf(row.pupil, '{}', file);
    const reasons = JSON.parse(row.reasons) as QuarantineReason[];
    const issues = parseStoredJson(row.issues) as Issue[];
    const named = issues.some(({ severity }) => severity === 'error');
    for (const issue of issues) yield { why: 'quarantined', issue, record, ...nameOf(pupil) };
    for (const reason of reasons) {
      // What made it an error is among the issues; so mostly is what made it unreadable.
      if (reason === 'error-issue' || (reason === 'unreadable' && named)) continue;
      yield { why: 'quarantined', issue: explained(reason, record), record, ...nameOf(pupil) };
    }
  }
}

interface UnmatchedRow {
  state: 'open' | 'rejected';
  record: string;
  place: string;
  last_load_id: number | string;
}

async function* unmatched(
  store: Reader,
  school: string,
  loadId: number,
  file: FileProvenance,
): AsyncGenerator<Found> {
  const rows = await store.read<UnmatchedRow>(
    `SELECT u.state, p.record::text AS record, p.place::text AS place, p.last_load_id
     FROM rollbook.unmatched u JOIN rollbook.pupil p ON p.school = u.school AND p.key = u.key
     WHERE u.school = $1 AND u.load_id = $2 AND u.state IN ('open', 'rejected') ORDER BY u.key`,
    [school, loadId],
  );
  for (const row of rows) {
    const record = recordOf(row.record, Number(row.last_load_id) === loadId ? row.place : '{}', file);
    const rejected = row.state === 'rejected';
    const issue = explained(rejected ? 'pupil-rejected' : 'pupil-unmatched', record);
    yield { why: rejected ? 'rejected' : 'unmatched', issue, record, ...nameOf(record) };
  }
}

interface ConflictRow {
  id: number | string;
  state: ConflictState;
  data_group: DataGroup;
  item: string;
  incoming: string;
  record: string;
  place: string | null;
  pupil: string;
}

/** Fields first, then kind by kind: each has its place in another table. */
async function* conflicting(
  store: Reader,
  school: string,
  loadId: number,
  file: FileProvenance,
): AsyncGenerator<Found> {
  const sent = await store.read<{ kind: string }>(
    `SELECT DISTINCT split_part(item, ':', 1) AS kind FROM rollbook.conflict
     WHERE school = $1 AND load_id = $2 AND state IN ('open', 'refused') AND item LIKE '%:%'`,
    [school, loadId],
  );
  const met = new Set(sent.map(({ kind }) => kind));
  for (const kind of [undefined, ...heldKinds.filter((known) => met.has(known))]) {
    for await (const row of pages<ConflictRow>((after) =>
      store.read<ConflictRow>(conflictsOf(kind), [school, loadId, after]),
    )) {
      const record = recordOf(row.record, row.place ?? '{}', file);
      const refused = row.state === 'refused';
      const { field } = itemParts(row.item);
      const value = parseStoredJson(row.incoming) as JsonValue;
      const issue: Issue = {
        ...explained(refused ? 'value-refused' : 'value-waiting', record),
        field: field ?? row.data_group,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      };
      const pupil = recordOf(row.pupil, '{}', file);
      yield { why: refused ? 'refused' : 'waiting', issue, record, ...nameOf(pupil) };
    }
  }
}

/** A place counts only where the record is still as this load brought it. */
function conflictsOf(kind: PupilRecordKind | undefined): string {
  const from = kind === undefined ? 'p' : 't';
  const said = kind === undefined ? 'p.record -> c.item' : contentOf('t.record');
  const join =
    kind === undefined
      ? ''
      : `JOIN ${tableOf(kind)} t ON t.school = c.school AND t.pupil_key = c.pupil_key AND ${itemOf(kind, 't')} = c.item`;
  const ofKind =
    kind === undefined
      ? `c.item NOT LIKE '%:%'`
      : `c.data_group = '${kindGroups[kind]}' AND split_part(c.item, ':', 1) = '${kind}'`;
  return `SELECT c.conflict_id AS id, c.state, c.data_group, c.item, c.incoming::text AS incoming,
      ${from}.record::text AS record, p.record::text AS pupil,
      CASE WHEN ${from}.last_load_id = c.load_id THEN ${from}.place::text END AS place
    FROM rollbook.conflict c JOIN rollbook.pupil p ON p.school = c.school AND p.key = c.pupil_key ${join}
    WHERE c.school = $1 AND c.load_id = $2 AND c.conflict_id > $3 AND ${ofKind}
      AND (c.state = 'open' OR (c.state = 'refused' AND ${said} = c.incoming))
    ORDER BY c.conflict_id LIMIT ${PAGE}`;
}

async function* pages<Row extends { id: number | string }>(
  read: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)?.id);
  }
}

function recordOf(record: string, place: string, file: FileProvenance): CanonicalRecord {
  const provenance = { file, place: parseStoredJson(place) as Place };
  return { ...(parseStoredJson(record) as CanonicalRecord), provenance };
}

function explained(code: RejectionCode, record: CanonicalRecord): Issue {
  const { place } = record.provenance;
  return { code, ...explanations[code], place, record: recordReference(record) };
}

function nameOf(pupil: CanonicalRecord | undefined): { pupil?: string } {
  if (pupil?.kind !== 'pupil') return {};
  const { forename, surname }: Pupil = pupil;
  const name = [forename, surname].filter((part) => part !== undefined).join(' ');
  return name === '' ? {} : { pupil: name };
}
