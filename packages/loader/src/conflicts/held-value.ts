import type { FileProvenance, JsonValue } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import type { StoredKind } from '../kind-tables.js';
import type { Store } from '../store.js';
import { decodeText } from '../store-text.js';
import { FileCache } from '../stored-record.js';
import { partsOfItem, type DataGroup } from './data-groups.js';

/** Where a value came from. */
export interface ValueSource {
  /** LAESTAB; null for records under no school. */
  readonly school: string | null;
  /** The pupil's key at the school. */
  readonly pupilKey: string;
  readonly loadId: number;
  readonly file: FileProvenance;
  /** As of when the file was, ISO 8601 in UTC; null where it isn't known. */
  readonly asOf: string | null;
}

/** One thing that the council holds about a person. */
export interface HeldValue extends ValueSource {
  readonly group: DataGroup;
  /** A field's name, or a kind of record, a colon, and the record's key without its pupil's. */
  readonly item: string;
  readonly kind: StoredKind;
  /** The pupil's field; absent when the value is a record. */
  readonly field?: string;
  /** Of a field as the model has it; of a record the object without what names it. */
  readonly value: JsonValue;
  /** Who accepted it; null where a rule let it in. */
  readonly setBy: string | null;
  /** Since when it is held, ISO 8601 in UTC. */
  readonly since: string;
}

/** A moment as ISO 8601 text in UTC, by SQL. */
export const isoText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

interface Row {
  data_group: DataGroup;
  item: string;
  value: string;
  school: string;
  key: string;
  load_id: number | string;
  as_of: string | null;
  set_by: string | null;
  since: string;
}

/**
 * All that the council holds about a person, by group and item; nothing for an unknown person. What is always
 * imported isn't there: attendance and school history are the schools' own records.
 *
 * @param personId a UUID; other text finds nobody.
 */
export async function readHeld(store: Pick<Store, 'read'>, personId: string): Promise<HeldValue[]> {
  const rows = await store.read<Row>(
    `SELECT data_group, item, value::text AS value, school, key, load_id, ${isoText('as_of')} AS as_of, set_by,
       ${isoText('set_at')} AS since
     FROM rollbook.person_held WHERE person_id = $1::uuid ORDER BY data_group, item`,
    [uuidOrNull(personId)],
  );
  const files = new FileCache(store);
  const values: HeldValue[] = [];
  for (const row of rows) {
    const loadId = Number(row.load_id);
    values.push({
      group: row.data_group,
      ...itemParts(row.item),
      value: parseStoredJson(row.value) as JsonValue,
      school: row.school === '' ? null : decodeText(row.school),
      pupilKey: decodeText(row.key),
      loadId,
      file: await files.get(loadId),
      asOf: row.as_of,
      setBy: row.set_by === null ? null : decodeText(row.set_by),
      since: row.since,
    });
  }
  return values;
}

export function itemParts(stored: string): { item: string; kind: StoredKind; field?: string } {
  const item = decodeText(stored);
  const { kind, field } = partsOfItem(item);
  return { item, kind, ...(field === undefined ? {} : { field }) };
}

/** So that text that is no UUID finds nothing and fails no statement. */
export function uuidOrNull(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null;
}
