import type { CanonicalRecord, Place, RecordKind } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { parseStoredJson } from './canonical-json.js';
import type { QuarantineReason } from './quarantine.js';
import type { Store } from './store.js';
import { decodeText, storeSchool } from './store-text.js';
import { FileCache, PAGE } from './stored-record.js';

/** A record that was received and not loaded, whole, with all that is wrong with it. */
export interface QuarantinedRecord {
  readonly quarantineId: number;
  /** LAESTAB, or null where neither the record nor the load named one. */
  readonly school: string | null;
  readonly kind: RecordKind;
  readonly reasons: readonly QuarantineReason[];
  /**
   * `open`; `resolved` once a record of the same school, kind and key was loaded well; `superseded` once
   * another such record was quarantined in its stead.
   */
  readonly state: 'open' | 'resolved' | 'superseded';
  readonly record: CanonicalRecord;
  /** Every issue about it, of any severity. */
  readonly issues: readonly Issue[];
  readonly firstLoadId: number;
  /** The last load that had it just so. */
  readonly lastLoadId: number;
  /** The load that resolved or superseded it. */
  readonly closedLoadId: number | null;
}

export interface QuarantineQuery {
  /** LAESTAB; null for the records under no school; all when not given. */
  readonly school?: string | null;
  /** `open` when not given. */
  readonly state?: QuarantinedRecord['state'] | 'all';
  /** Go on after the record of this number. */
  readonly after?: number;
  /** At most so many; all when not given. */
  readonly limit?: number;
}

interface Row {
  quarantine_id: number | string;
  school: string;
  kind: RecordKind;
  reasons: string;
  state: QuarantinedRecord['state'];
  place: string;
  record: string;
  issues: string;
  first_load_id: number | string;
  last_load_id: number | string;
  closed_load_id: number | string | null;
}

/** The quarantine, oldest first, fetched page by page. */
export async function* readQuarantine(
  store: Pick<Store, 'read'>,
  query: QuarantineQuery = {},
): AsyncGenerator<QuarantinedRecord, void, undefined> {
  const files = new FileCache(store);
  const state = query.state ?? 'open';
  let after = query.after ?? 0;
  let left = query.limit ?? Infinity;
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `SELECT quarantine_id, school, kind, to_json(reasons)::text AS reasons, state, place::text AS place,
         record::text AS record, issues::text AS issues, first_load_id, last_load_id, closed_load_id
       FROM rollbook.quarantine
       WHERE quarantine_id > $1 AND ($2::text IS NULL OR school = $2::text)
         AND ($3::text = 'all' OR state = $3::text)
       ORDER BY quarantine_id LIMIT $4`,
      [after, query.school === undefined ? null : storeSchool(query.school ?? undefined), state, size],
    );
    for (const row of rows) {
      const lastLoadId = Number(row.last_load_id);
      const provenance = { file: await files.get(lastLoadId), place: parseStoredJson(row.place) as Place };
      after = Number(row.quarantine_id);
      yield {
        quarantineId: after,
        school: row.school === '' ? null : decodeText(row.school),
        kind: row.kind,
        reasons: JSON.parse(row.reasons) as QuarantineReason[],
        state: row.state,
        record: { ...(parseStoredJson(row.record) as CanonicalRecord), provenance },
        issues: parseStoredJson(row.issues) as Issue[],
        firstLoadId: Number(row.first_load_id),
        lastLoadId,
        closedLoadId: row.closed_load_id === null ? null : Number(row.closed_load_id),
      };
    }
    if (rows.length < size) return;
    left -= rows.length;
  }
}

/** A load's issues, or those of the load that it repeats if it was skipped, in the order in which they came, fetched page by page. */
export async function* readIssues(
  store: Pick<Store, 'read'>,
  loadId: number,
): AsyncGenerator<Issue, void, undefined> {
  let after = 0;
  for (;;) {
    const rows = await store.read<{ ordinal: number | string; issue: string }>(
      `SELECT ordinal, issue::text AS issue FROM rollbook.issue
       WHERE ordinal > $2 AND load_id =
         (SELECT CASE WHEN skipped THEN repeat_of ELSE load_id END FROM rollbook.file_load WHERE load_id = $1)
       ORDER BY ordinal LIMIT $3`,
      [loadId, after, PAGE],
    );
    for (const row of rows) yield parseStoredJson(row.issue) as Issue;
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)?.ordinal);
  }
}
