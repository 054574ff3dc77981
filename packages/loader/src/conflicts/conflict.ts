import type { JsonValue } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import type { StoredKind } from '../kind-tables.js';
import type { Store } from '../store.js';
import { decodeText, storeSchool } from '../store-text.js';
import { FileCache, PAGE } from '../stored-record.js';
import type { DataGroup } from './data-groups.js';
import { isoText, itemParts, uuidOrNull, type ValueSource } from './held-value.js';

/**
 * `open`; `accepted` or `refused` by a person; `superseded` when the school said something else since; `gone`
 * when it says what is held, or no longer has the record.
 */
export type ConflictState = 'open' | 'accepted' | 'refused' | 'superseded' | 'gone';

/** A value that a school sent about a person and that waits, or waited, for someone to accept or refuse it. */
export interface Conflict {
  readonly conflictId: number;
  /** A UUID. */
  readonly personId: string;
  /** LAESTAB of the school that sent the value; null for records under no school. */
  readonly school: string | null;
  /** The pupil's key at that school. */
  readonly pupilKey: string;
  readonly group: DataGroup;
  /** As in `HeldValue`. */
  readonly item: string;
  readonly kind: StoredKind;
  readonly field?: string;
  readonly state: ConflictState;
  /**
   * What is held now, or was when the conflict was closed; null for nothing. Where it came from is known of an
   * open conflict.
   */
  readonly held: { readonly value: JsonValue; readonly source: ValueSource | null } | null;
  readonly incoming: { readonly value: JsonValue; readonly source: ValueSource };
  /** ISO 8601, UTC. */
  readonly raisedAt: string;
  readonly decidedBy: string | null;
  /** When it left the state open. */
  readonly decidedAt: string | null;
  readonly note: string | null;
}

export interface ConflictsQuery {
  /** LAESTAB of the school that sent the value; null for no school; all when not given. */
  readonly school?: string | null;
  readonly personId?: string;
  readonly group?: DataGroup;
  /** `open` when not given. */
  readonly state?: ConflictState | 'all';
  /** Go on after this conflict. */
  readonly after?: number;
  /** At most so many; all when not given. */
  readonly limit?: number;
}

interface Row {
  conflict_id: number | string;
  person_id: string;
  school: string;
  pupil_key: string;
  data_group: DataGroup;
  item: string;
  state: ConflictState;
  held: string | null;
  held_school: string | null;
  held_key: string | null;
  held_load_id: number | string | null;
  held_as_of: string | null;
  incoming: string;
  load_id: number | string;
  as_of: string | null;
  raised_at: string;
  decided_by: string | null;
  decided_at: string | null;
  note: string | null;
}

/** Conflicts in the order in which they were raised, fetched page by page. */
export async function* readConflicts(
  store: Pick<Store, 'read'>,
  query: ConflictsQuery = {},
): AsyncGenerator<Conflict, void, undefined> {
  const { group, state = 'open', personId } = query;
  const files = new FileCache(store);
  const school = query.school === undefined ? null : storeSchool(query.school ?? undefined);
  const person = personId === undefined ? null : uuidOrNull(personId);
  if (personId !== undefined && person === null) return;
  let after = query.after ?? 0;
  let left = query.limit ?? Infinity;
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `SELECT c.conflict_id, c.person_id, c.school, c.pupil_key, c.data_group, c.item, c.state,
         (CASE WHEN c.state = 'open' THEN h.value ELSE c.held END)::text AS held, h.school AS held_school,
         h.key AS held_key, h.load_id AS held_load_id, ${isoText('h.as_of')} AS held_as_of,
         c.incoming::text AS incoming, c.load_id, ${isoText('c.as_of')} AS as_of,
         ${isoText('c.raised_at')} AS raised_at, c.decided_by, ${isoText('c.decided_at')} AS decided_at, c.note
       FROM rollbook.conflict c LEFT JOIN rollbook.person_held h ON c.state = 'open'
         AND h.person_id = c.person_id AND h.data_group = c.data_group AND h.item = c.item
       WHERE c.conflict_id > $1 AND ($2::text IS NULL OR c.school = $2::text)
         AND ($3::text IS NULL OR c.data_group = $3::text) AND ($4::text = 'all' OR c.state = $4::text)
         AND ($5::uuid IS NULL OR c.person_id = $5::uuid)
       ORDER BY c.conflict_id LIMIT $6`,
      [after, school, group ?? null, state, person, size],
    );
    for (const row of rows) yield await conflictOf(row, files);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = Number(last.conflict_id);
    left -= rows.length;
  }
}

async function conflictOf(row: Row, files: FileCache): Promise<Conflict> {
  const sourceOf = async (
    school: string,
    key: string,
    load: number | string,
    asOf: string | null,
  ): Promise<ValueSource> => ({
    school: school === '' ? null : decodeText(school),
    pupilKey: decodeText(key),
    loadId: Number(load),
    file: await files.get(Number(load)),
    asOf,
  });
  const { held, held_school: heldSchool, held_key: heldKey, held_load_id: heldLoad } = row;
  const source =
    heldSchool === null || heldKey === null || heldLoad === null
      ? null
      : await sourceOf(heldSchool, heldKey, heldLoad, row.held_as_of);
  const incoming = await sourceOf(row.school, row.pupil_key, row.load_id, row.as_of);
  return {
    conflictId: Number(row.conflict_id),
    personId: row.person_id,
    school: incoming.school,
    pupilKey: incoming.pupilKey,
    group: row.data_group,
    ...itemParts(row.item),
    state: row.state,
    held: held === null ? null : { value: parseStoredJson(held) as JsonValue, source },
    incoming: { value: parseStoredJson(row.incoming) as JsonValue, source: incoming },
    raisedAt: row.raised_at,
    decidedBy: row.decided_by === null ? null : decodeText(row.decided_by),
    decidedAt: row.decided_at,
    note: row.note === null ? null : decodeText(row.note),
  };
}

/** How many conflicts are open, by school and group. */
export interface ConflictCount {
  /** LAESTAB; null for records under no school. */
  readonly school: string | null;
  readonly group: DataGroup;
  readonly conflicts: number;
  /** Persons that have one. */
  readonly persons: number;
}

/** @param query the school; all when not given. */
export async function countConflicts(
  store: Pick<Store, 'read'>,
  query: Pick<ConflictsQuery, 'school'> = {},
): Promise<ConflictCount[]> {
  const rows = await store.read<{
    school: string;
    data_group: DataGroup;
    conflicts: number | string;
    persons: number | string;
  }>(
    `SELECT school, data_group, count(*) AS conflicts, count(DISTINCT person_id) AS persons
     FROM rollbook.conflict WHERE state = 'open' AND ($1::text IS NULL OR school = $1::text)
     GROUP BY school, data_group ORDER BY school, data_group`,
    [query.school === undefined ? null : storeSchool(query.school ?? undefined)],
  );
  return rows.map(({ school, data_group: group, conflicts, persons }) => ({
    school: school === '' ? null : decodeText(school),
    group,
    conflicts: Number(conflicts),
    persons: Number(persons),
  }));
}
