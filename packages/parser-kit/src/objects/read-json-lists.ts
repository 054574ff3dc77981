import type { Place } from '@rollbook/model';
import { createBatcher } from '../batcher.js';
import { completeFileProvenance, createFileProvenance } from '../file-provenance.js';
import { decodeHead } from '../foreign-input.js';
import { createIssueOnce } from '../issue-once.js';
import { type Issue } from '../issue.js';
import { type Batch, type Item } from '../item.js';
import { type JsonSegment, type JsonValue, readJsonRecords, sniffJson } from '../json/index.js';
import { type Source } from '../source.js';
import {
  checkTableOptions,
  type HeadingTable,
  type TableDialect,
  TableMemory,
  type TableParseOptions,
  TableReader,
} from '../table/index.js';
import { flattenObject, type FlattenOptions, isJsonObject, type JsonObject } from './flatten-object.js';
import { type ObjectRow, ObjectTable } from './object-table.js';

/** What a list of objects in a document is. */
export interface JsonList {
  readonly name: string;
  /** The dialect's when not given. */
  readonly headings?: HeadingTable | undefined;
  /** An issue in place of the objects, told once for each list. */
  readonly instead?: Omit<Issue, 'place'> | undefined;
}

/** A supplier's way with JSON. */
export interface JsonDialect {
  readonly table: TableDialect;
  readonly flatten?: FlattenOptions;
  /** Supplier's ids that are of a school, and name no pupil. */
  readonly schoolIds?: readonly string[];
  /** What the list is that holds an object, by the keys to it without indexes. */
  listOf(keys: readonly string[], object: JsonObject): JsonList;
  /** Looks at a string, number, boolean or null outside the objects; gives issues of the file. */
  outside?(keys: readonly string[], value: JsonValue): readonly Omit<Issue, 'place'>[];
}

const isString = (segment: JsonSegment): segment is string => typeof segment === 'string';
/** A document that is one object in another: `{"student": {...}}`. */
const SINGLE = /^\ufeff?\s*\{\s*"([^"\\]{1,60})"\s*:\s*\{/;
const CONTAINERS = new Set(['data', 'd', 'value']);

/**
 * Objects at the top, in a list at the top, in a list under one key or two: `[…]`, `{"students": […]}`,
 * `{"data": {"Student": […]}}`; with `single` the one object under that key.
 */
function isObject(path: readonly JsonSegment[], single: string | undefined): boolean {
  const last = path[path.length - 1];
  if (path.length === 1) return typeof last === 'number' || (single !== undefined && last === single);
  return path.length <= 3 && typeof last === 'number' && path.slice(0, -1).every(isString);
}

class Run {
  readonly memory = new TableMemory();
  readonly once = createIssueOnce();
  readonly #lists = new Map<string, ObjectTable>();
  #current: ObjectTable | undefined;

  constructor(
    readonly dialect: JsonDialect,
    readonly file: ReturnType<typeof createFileProvenance>,
    readonly options: TableParseOptions,
  ) {}

  /** Items in groups that stay together. */
  *read(list: JsonList, rows: readonly ObjectRow[]): Generator<readonly Item[], void, undefined> {
    const { name, headings, instead } = list;
    if (instead !== undefined) {
      if (this.once(instead.code, name)) yield [{ ...instead, place: rows[0]?.place ?? {} }];
      return;
    }
    const { file, options, once, memory } = this;
    let table = this.#lists.get(name);
    if (table === undefined) {
      const { table: dialect, schoolIds } = this.dialect;
      table = new ObjectTable({ dialect, file, options, once, memory, name, headings, schoolIds });
      if (this.#lists.size < 100) this.#lists.set(name, table);
    }
    if (this.#current !== undefined && this.#current !== table) yield* this.#current.end();
    this.#current = table;
    yield* table.read(rows);
  }

  *end(): Generator<readonly Item[], void, undefined> {
    if (this.#current !== undefined) yield* this.#current.end();
    if (this.memory.pupilCount > 0) return;
    const { table: dialect } = this.dialect;
    const { file, options } = this;
    const reader = new TableReader({ dialect, file, options, placeOf: () => ({}) });
    reader.issue('no-pupils', {});
    yield reader.take();
  }
}

/** Reads a document of lists of objects as the tables they are. Throws what `readJsonRecords` throws. */
export async function* readJsonLists(
  source: Source,
  options: TableParseOptions,
  dialect: JsonDialect,
): AsyncGenerator<Batch, void, undefined> {
  checkTableOptions(options);
  const { signal, onProgress, encoding, batchSize } = options;
  signal?.throwIfAborted();
  const { id, supplier } = dialect.table;
  const file = createFileProvenance(source, { supplier, format: id });
  const run = new Run(dialect, file, options);
  const batcher = createBatcher(batchSize);
  const head = decodeHead(await source.head());
  const single = SINGLE.exec(head)?.[1];
  const beside: Item[] = [];
  const tell = (issue: Omit<Issue, 'place'>, place: Place): void => {
    if (run.once(issue.code, issue.field)) beside.push({ ...issue, place });
  };
  const objects = readJsonRecords(source, {
    signal,
    onProgress,
    encoding,
    lines: sniffJson(head)?.lines === true,
    records: (path) => isObject(path, single !== undefined && CONTAINERS.has(single) ? undefined : single),
    onValue: (path, value) => {
      for (const issue of dialect.outside?.(path.filter(isString), value) ?? []) {
        tell(issue, { path: `/${path.join('/')}` });
      }
    },
  });
  for await (const completed of objects) {
    let rows: ObjectRow[] = [];
    let list: JsonList | undefined;
    for (const { value, path, segments, line } of completed) {
      const place = { line, path };
      if (!isJsonObject(value)) {
        tell(
          {
            code: `${id}-value-beside`,
            severity: 'info',
            message: 'A list holds values that are no objects. They were left out. Told once.',
            help: 'Nothing to do, when the list holds no pupils.',
            field: segments.find(isString) ?? 'list',
          },
          place,
        );
        continue;
      }
      const next = dialect.listOf(segments.filter(isString), value);
      if (list !== undefined && next.name !== list.name) {
        for (const items of run.read(list, rows)) {
          const batch = batcher.add(items);
          if (batch !== undefined) yield batch;
        }
        rows = [];
      }
      list = next;
      rows.push({ entries: flattenObject(value, dialect.flatten), place });
    }
    if (list === undefined) continue;
    for (const items of run.read(list, rows)) {
      const batch = batcher.add(items);
      if (batch !== undefined) yield batch;
    }
  }
  completeFileProvenance(file, source);
  for (const items of run.end()) {
    const batch = batcher.add(items);
    if (batch !== undefined) yield batch;
  }
  batcher.add(beside);
  const rest = batcher.flush();
  if (rest !== undefined) yield rest;
}
