import type { CanonicalRecord, Place } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import { storedKinds, tableOf, type StoredKind } from '../kind-tables.js';
import type { Store } from '../store.js';
import { decodeText } from '../store-text.js';
import type { FileCache } from '../stored-record.js';

/** Where a pupil record stands: as the store's columns have it. */
export interface PupilPlace {
  readonly school: string;
  readonly key: string;
}

export const placeOf = ({ school, key }: PupilPlace): string => `${school}\n${key}`;

export interface PlacedRecord {
  readonly record: CanonicalRecord;
  readonly loadId: number;
}

/** Records of pupils by {@link placeOf}, the pupil's own first: one statement a kind for all of them. */
export async function recordsOfPupils(
  store: Pick<Store, 'read'>,
  files: FileCache,
  places: readonly PupilPlace[],
  { kinds = storedKinds, signal }: { kinds?: readonly StoredKind[]; signal?: AbortSignal | undefined } = {},
): Promise<Map<string, PlacedRecord[]>> {
  const records = new Map<string, PlacedRecord[]>();
  for (const place of places) records.set(placeOf(place), []);
  const wanted = JSON.stringify(places.map(({ school, key }) => ({ school, key })));
  for (const kind of storedKinds) {
    if (kind === 'school' || (kind !== 'pupil' && !kinds.includes(kind))) continue;
    signal?.throwIfAborted();
    const owner = kind === 'pupil' ? 'key' : 'pupil_key';
    const rows = await store.read<{
      school: string;
      owner: string;
      record: string;
      place: string;
      last_load_id: number | string;
    }>(
      `SELECT t.school, t.${owner} AS owner, t.record::text AS record, t.place::text AS place, t.last_load_id
       FROM ${tableOf(kind)} t
       JOIN jsonb_to_recordset($1::text::jsonb) AS wanted (school text, key text)
         ON t.school = wanted.school COLLATE "C" AND t.${owner} = wanted.key COLLATE "C"
       ORDER BY t.school, t.key`,
      [wanted],
    );
    for (const row of rows) {
      const loadId = Number(row.last_load_id);
      const provenance = { file: await files.get(loadId), place: parseStoredJson(row.place) as Place };
      const content = parseStoredJson(row.record) as CanonicalRecord;
      // A record that names no school stands under the load's.
      const school = row.school === '' ? {} : { school: content.school ?? decodeText(row.school) };
      records
        .get(placeOf({ school: row.school, key: row.owner }))
        ?.push({ record: { ...content, ...school, provenance }, loadId });
    }
  }
  return records;
}
