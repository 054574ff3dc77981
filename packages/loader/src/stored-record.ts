import type { FileProvenance, Place, RecordOf } from '@rollbook/model';
import { parseStoredJson } from './canonical-json.js';
import { LoaderError } from './errors.js';
import { kindColumns, tableOf, type StoredKind } from './kind-tables.js';
import { fileOf } from './ledger.js';
import type { Store } from './store.js';
import { decodeText, storeKey, storeSchool } from './store-text.js';

/** A record as the store has it. */
export interface StoredRecord<K extends StoredKind = StoredKind> {
  /** The school that it stands under, which is the load's where the record names none; null for none. */
  readonly school: string | null;
  /** As loaded, with the provenance of the load that brought its present content. */
  readonly record: RecordOf<K>;
  readonly firstLoadId: number;
  /** The load that last changed it. A load that found it unchanged leaves no mark on it. */
  readonly lastLoadId: number;
}

export interface RecordsQuery {
  /** LAESTAB; null for the records under no school; all when not given. */
  readonly school?: string | null;
  /** Go on after this record. */
  readonly after?: { readonly school: string | null; readonly key: string };
  /** At most so many; all when not given. */
  readonly limit?: number;
}

/** Rows that are fetched at once. */
export const PAGE = 500;

interface Row {
  school: string;
  key: string;
  record: string;
  place: string;
  first_load_id: number | string;
  last_load_id: number | string;
}

/** Records of a kind by school and key, fetched page by page. */
export async function* readRecords<K extends StoredKind>(
  store: Pick<Store, 'read'>,
  kind: K,
  query: RecordsQuery = {},
): AsyncGenerator<StoredRecord<K>, void, undefined> {
  const files = new FileCache(store);
  const school = query.school === undefined ? null : storeSchool(query.school ?? undefined);
  let after = query.after
    ? { school: storeSchool(query.after.school ?? undefined), key: storeKey(query.after.key) }
    : { school: '', key: '' };
  let left = query.limit ?? Infinity;
  const table = tableOf(knownKind(kind));
  while (left > 0) {
    const size = Math.min(PAGE, left);
    const rows = await store.read<Row>(
      `SELECT school, key, record::text AS record, place::text AS place, first_load_id, last_load_id
       FROM ${table}
       WHERE (school, key) > ($1, $2) AND ($3::text IS NULL OR school = $3::text)
       ORDER BY school, key LIMIT $4`,
      [after.school, after.key, school, size],
    );
    for (const row of rows) {
      const lastLoadId = Number(row.last_load_id);
      const provenance = { file: await files.get(lastLoadId), place: parseStoredJson(row.place) as Place };
      yield {
        school: row.school === '' ? null : decodeText(row.school),
        record: { ...(parseStoredJson(row.record) as RecordOf<K>), provenance },
        firstLoadId: Number(row.first_load_id),
        lastLoadId,
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last;
    left -= rows.length;
  }
}

export async function countRecords(store: Pick<Store, 'read'>, kind: StoredKind): Promise<number> {
  const rows = await store.read<{ n: number | string }>(
    `SELECT count(*) AS n FROM ${tableOf(knownKind(kind))}`,
  );
  return Number(rows[0]?.n);
}

/** A kind becomes part of a statement, so it is checked even where the compiler wasn't asked. */
export function knownKind<K extends StoredKind>(kind: K): K {
  if (!Object.hasOwn(kindColumns, kind))
    throw new LoaderError('unknown-kind', 'The store keeps no such kind.');
  return kind;
}

/** Provenance of files by load, out of the ledger; one object for all the records of a load. */
export class FileCache {
  private readonly files = new Map<number, FileProvenance>();

  constructor(private readonly store: Pick<Store, 'read'>) {}

  async get(loadId: number): Promise<FileProvenance> {
    let file = this.files.get(loadId);
    if (!file) this.files.set(loadId, (file = await this.read(loadId)));
    return file;
  }

  private async read(loadId: number): Promise<FileProvenance> {
    const rows = await this.store.read<Parameters<typeof fileOf>[0]>(
      'SELECT name, sha256, size, supplier, format, version FROM rollbook.file_load WHERE load_id = $1',
      [loadId],
    );
    const { name, sha256, size, supplier, format, version } = rows[0] ? fileOf(rows[0]) : UNKNOWN;
    return {
      ...(name === null ? {} : { name }),
      sha256,
      size,
      supplier: supplier ?? 'unknown',
      format: format ?? 'unknown',
      ...(version === null ? {} : { version }),
    };
  }
}

const UNKNOWN = { name: null, sha256: null, size: null, supplier: null, format: null, version: null };
