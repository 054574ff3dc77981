import type { FileProvenance, RecordOf } from '@rollbook/model';
import { parseStoredJson } from '../canonical-json.js';
import { LoaderError } from '../errors.js';
import { tableOf, type StoredKind } from '../kind-tables.js';
import { ISO } from '../ledger.js';
import type { Store } from '../store.js';
import { decodeText, storeKey, storeSchool } from '../store-text.js';
import { FileCache, knownKind, PAGE } from '../stored-record.js';

/**
 * `known`: by what the store had been told by then, whatever the files said of their dates. `valid`: by the dates of the
 * files, as the store knows them now.
 */
export type HistoryBasis = 'known' | 'valid';

export interface RecordsAtQuery {
  /** The moment: ISO 8601. */
  readonly at: string;
  /** `known` when not given. */
  readonly basis?: HistoryBasis;
  /** LAESTAB; null for the records under no school; all when not given. */
  readonly school?: string | null;
  /** Go on after this record. */
  readonly after?: { readonly school: string | null; readonly key: string };
  /** At most so many; all when not given. */
  readonly limit?: number;
}

/** What was known, or held, of a record at a time. */
export interface RecordVersion<K extends StoredKind = StoredKind> {
  /** LAESTAB, or null for no school. */
  readonly school: string | null;
  /** As it was sent; its place in the file isn't kept here. */
  readonly record: Omit<RecordOf<K>, 'provenance'>;
  readonly loadId: number;
  readonly file: FileProvenance;
  /** As the files have it: ISO 8601, UTC; null for no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** From when to when the store took it for the current one; both null for one that came after a newer. */
  readonly knownFrom: string | null;
  readonly knownTo: string | null;
  /** Why it is no longer current; null for the current one. */
  readonly ended: 'changed' | 'outdated' | 'gone' | null;
}

interface Row {
  school: string;
  key: string;
  record: string;
  load_id: number | string;
  valid_from: string;
  valid_to: string | null;
  known_from: string | null;
  known_to: string | null;
  ended: RecordVersion['ended'];
}

const iso = (column: string): string => `to_char(v.${column} AT TIME ZONE 'UTC', ${ISO}) AS ${column}`;
const COLUMNS = `v.school, v.key, v.record::text AS record, v.load_id, ${['valid_from', 'valid_to', 'known_from', 'known_to'].map(iso).join(', ')}, v.ended`;

/** Records of a kind as of a moment, by school and key, fetched page by page. */
export async function* readRecordsAt<K extends StoredKind>(
  store: Pick<Store, 'read'>,
  kind: K,
  query: RecordsAtQuery,
): AsyncGenerator<RecordVersion<K>, void, undefined> {
  if (Number.isNaN(Date.parse(query.at))) throw new LoaderError('invalid-option', '`at` is no moment.');
  const files = new FileCache(store);
  const basis = query.basis ?? 'known';
  // It becomes part of a statement, so it is checked even where the compiler wasn't asked.
  if (!(['known', 'valid'] as readonly string[]).includes(basis))
    throw new LoaderError('invalid-option', '`basis` is neither known nor valid.');
  const school = query.school === undefined ? null : storeSchool(query.school ?? undefined);
  let after = query.after
    ? { school: storeSchool(query.after.school ?? undefined), key: storeKey(query.after.key) }
    : { school: '', key: '' };
  let left = query.limit ?? Infinity;
  const known = knownKind(kind);
  const at = new Date(query.at).toISOString();
  // Not by the view: each of the two is to come in the order of its index and end at the page, and not be sorted whole.
  const page = `t.school >= $3 AND (t.school, t.key) > ($3, $4) AND ($5::text IS NULL OR t.school = $5::text)`;
  const order = 'ORDER BY t.school, t.key LIMIT $6';
  const from = basis === 'known' ? 'b.finished_at' : 't.valid_from';
  const to = basis === 'known' ? 'e.finished_at' : 't.valid_to';
  const arms = `(SELECT t.school, t.key, t.record, t.last_load_id AS load_id, t.valid_from, NULL::timestamptz AS valid_to,
      b.finished_at AS known_from, NULL::timestamptz AS known_to, NULL::text AS ended
    FROM ${tableOf(known)} t JOIN rollbook.file_load b ON b.load_id = t.last_load_id
    WHERE ${from} <= $2::timestamptz AND ${page} ${order})
    UNION ALL
    (SELECT t.school, t.key, t.record, t.load_id, t.valid_from, t.valid_to,
      CASE WHEN t.ended <> 'outdated' THEN b.finished_at END, CASE WHEN t.ended <> 'outdated' THEN e.finished_at END,
      t.ended
    FROM rollbook.record_version t
    JOIN rollbook.file_load b ON b.load_id = t.load_id
    JOIN rollbook.file_load e ON e.load_id = t.closed_load_id
    WHERE t.kind = $1 AND ${from} <= $2::timestamptz AND ${to} > $2::timestamptz
      ${basis === 'known' ? "AND t.ended <> 'outdated'" : ''} AND ${page} ${order})`;
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `SELECT ${COLUMNS} FROM (${arms}) v ORDER BY v.school, v.key LIMIT $6`,
      [known, at, after.school, after.key, school, size],
    );
    for (const row of rows) yield await versionOf<K>(row, files);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last;
    left -= rows.length;
  }
}

/** All versions of one record, by the dates of their files, the newest first. */
export async function readHistory<K extends StoredKind>(
  store: Pick<Store, 'read'>,
  kind: K,
  { school, key }: { readonly school: string | null; readonly key: string },
): Promise<RecordVersion<K>[]> {
  const files = new FileCache(store);
  const rows = await store.read<Row>(
    `SELECT ${COLUMNS} FROM rollbook.all_versions v WHERE v.kind = $1 AND v.school = $2 AND v.key = $3
     ORDER BY v.valid_from DESC, v.load_id DESC`,
    [knownKind(kind), storeSchool(school ?? undefined), storeKey(key)],
  );
  const versions: RecordVersion<K>[] = [];
  for (const row of rows) versions.push(await versionOf<K>(row, files));
  return versions;
}

async function versionOf<K extends StoredKind>(row: Row, files: FileCache): Promise<RecordVersion<K>> {
  const loadId = Number(row.load_id);
  return {
    school: row.school === '' ? null : decodeText(row.school),
    record: parseStoredJson(row.record) as Omit<RecordOf<K>, 'provenance'>,
    loadId,
    file: await files.get(loadId),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    knownFrom: row.known_from,
    knownTo: row.known_to,
    ended: row.ended,
  };
}
