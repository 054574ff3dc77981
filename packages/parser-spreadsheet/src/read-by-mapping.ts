import type { Place } from '@rollbook/model';
import {
  type Batch,
  type Batcher,
  checkTableOptions,
  type ColumnMeaning,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  createIssueOnce,
  type DateSettings,
  findHeader,
  headerRows,
  headingKey,
  type Issue,
  openWorkbook,
  parseFieldKey,
  periodOf,
  readDelimited,
  type RowBatch,
  type Source,
  type TableDialect,
  TableMemory,
  type TableParseOptions,
  TableReader,
  type TableReaderSettings,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import { headingsKnown, mapColumns, type MappedHeader } from './map-columns.js';
import { spreadsheetIssue } from './spreadsheet-issues.js';
import type { MappedSheet, SpreadsheetMapping } from './spreadsheet-mapping.js';
import { isWorkbook } from './tables.js';

/** A sheet, or the one table of a delimited file. */
interface Table {
  readonly name?: string;
  readonly rows: AsyncIterable<RowBatch>;
  readonly dates1904: boolean;
}

interface Rows {
  readonly rows: (readonly string[])[];
  readonly at: number[];
  readonly types: (string | undefined)[];
}

interface Begun {
  readonly reader: TableReader;
  readonly header: MappedHeader;
  /** First of the rows in hand that is data. */
  readonly from: number;
}

class MappingRun {
  readonly batcher: Batcher;
  readonly #memory = new TableMemory();
  readonly #once = createIssueOnce();
  readonly #options: TableParseOptions;
  sheetsRead = 0;

  constructor(
    readonly dialect: TableDialect,
    readonly file: TableReaderSettings['file'],
    readonly mapping: SpreadsheetMapping,
    options: TableParseOptions,
  ) {
    this.batcher = createBatcher(options.batchSize);
    const school = options.school ?? mapping.school;
    this.#options = {
      ...options,
      ...(school === undefined ? {} : { school }),
      attendanceCodes: { ...mapping.attendanceCodes, ...options.attendanceCodes },
    };
  }

  /** The entry for a sheet: by name, by number, or for all others. */
  entryOf(name: string | undefined, number: number): MappedSheet | undefined {
    const { sheets } = this.mapping;
    const folded = name?.trim().toLowerCase();
    return (
      sheets.find(
        ({ sheet }) => typeof sheet === 'string' && sheet !== '*' && sheet.trim().toLowerCase() === folded,
      ) ??
      sheets.find(({ sheet }) => sheet === number) ??
      sheets.find(({ sheet }) => sheet === '*')
    );
  }

  *tell(...issues: Issue[]): Generator<Batch, void, undefined> {
    const batch = this.batcher.add(issues);
    if (batch !== undefined) yield batch;
  }

  #settings(
    table: Table,
    entry: MappedSheet | undefined,
    extra: Partial<TableReaderSettings>,
  ): TableReaderSettings {
    const { name, dates1904 } = table;
    const placeOf =
      name === undefined
        ? (at: number): Place => ({ line: at })
        : (at: number): Place => ({ row: at, sheet: name });
    const dialect = entry?.blankRepeats === true ? { ...this.dialect, continuation: true } : this.dialect;
    const settings = { dialect, file: this.file, options: this.#options, placeOf, dates1904 };
    return { ...settings, once: this.#once, memory: this.#memory, ...extra };
  }

  /** An empty reader, for issues of the file. */
  reader(): TableReader {
    return new TableReader(this.#settings({ rows: nothing(), dates1904: false }, undefined, {}));
  }

  get #dates(): Omit<DateSettings, 'dates1904'> {
    return {
      order: this.#options.dateOrder ?? 'dmy',
      latestYear: this.#options.latestYear ?? new Date().getUTCFullYear(),
    };
  }

  /** Which of the rows holds the headings; -1 when there are to be none, undefined when they are not found. */
  #headerIndex(entry: MappedSheet, { rows, at }: Rows): number | undefined {
    if (entry.headerRow === 0) return -1;
    if (entry.headerRow !== undefined) {
      const index = at.indexOf(entry.headerRow);
      return index < 0 ? undefined : index;
    }
    const known = headingsKnown(entry);
    const wanted = Math.min(2, new Set(entry.columns.flatMap(({ column }) => column ?? [])).size);
    let best: { index: number; count: number } | undefined;
    rows.forEach((row, index) => {
      const count = known(row);
      if (count >= wanted && count > (best?.count ?? 0)) best = { index, count };
    });
    return (best as { index: number } | undefined)?.index;
  }

  #begin(table: Table, entry: MappedSheet, first: Rows): Begun | undefined {
    const index = this.#headerIndex(entry, first);
    if (index === undefined) return undefined;
    const { rows, at } = first;
    const width = Math.max(0, ...rows.slice(0, headerRows).map((row) => row.length));
    const { order, latestYear } = this.#dates;
    const header = mapColumns(
      entry,
      index < 0 ? [] : (rows[index] as readonly string[]),
      width,
      order,
      latestYear,
    );
    const titles = rows
      .slice(0, Math.max(0, index))
      .map((cells) => [...new Set(cells.filter((cell) => cell.trim() !== ''))].join(' '));
    const text = `${table.name ?? ''}\n${this.file.name ?? ''}\n${titles.join('\n')}`;
    const dates = { order, latestYear, dates1904: table.dates1904 };
    const meanings = this.#meanings(
      entry,
      header,
      index < 0 ? [] : rows.slice(Math.max(0, index - 1), index + 1),
      text,
      dates,
    );
    const reader = new TableReader(
      this.#settings(table, entry, { text, period: periodOf(titles, dates), meanings: () => meanings }),
    );
    reader.header(header.headings);
    if (titles.join('').trim() !== '') {
      const row = at[0] as number;
      const place = table.name === undefined ? { line: row } : { row, sheet: table.name };
      reader.issue('title-rows', place, { value: titles.join('\n').slice(0, 500) });
    }
    if (
      this.#options.school === undefined &&
      reader.layout?.school.length === 0 &&
      this.#once('school-missing')
    )
      reader.issue('school-missing', {});
    return { reader, header, from: index + 1 };
  }

  /** The mapping's meanings; then the caller's aliases and, where the mapping asks for it, columns of sessions. */
  #meanings(
    entry: MappedSheet,
    { headings, meanings }: MappedHeader,
    around: readonly (readonly string[])[],
    text: string,
    dates: DateSettings,
  ): readonly (ColumnMeaning | undefined)[] {
    const own = new Map<string, ColumnMeaning>();
    for (const [heading, field] of Object.entries(this.#options.aliases ?? {}))
      own.set(headingKey(heading), parseFieldKey(field));
    const known = new Map(own);
    headings.forEach((heading, i) => {
      const meaning = meanings[i];
      if (meaning !== undefined) known.set(headingKey(heading), meaning);
    });
    const found =
      entry.sessionColumns === true && around.length > 0
        ? findHeader(around, this.dialect.headings, { text, own: known }, dates)
        : undefined;
    const sessions = found?.headings === around.at(-1) ? found?.sessions : undefined;
    return headings.map((heading, i) => {
      const session = sessions?.get(i);
      const marks: ColumnMeaning | undefined =
        session === undefined ? undefined : { field: 'marks.session', parameter: session };
      return meanings[i] ?? own.get(headingKey(heading)) ?? marks;
    });
  }

  /** @returns whether there was a header */
  async *read(table: Table, entry: MappedSheet): AsyncGenerator<Batch, boolean, undefined> {
    const first: Rows = { rows: [], at: [], types: [] };
    const skip = new Set(entry.rowsToSkip);
    const most = Math.max(headerRows, entry.headerRow ?? 0);
    let begun: Begun | undefined;
    for await (const { rows, at, types } of table.rows) {
      this.#options.signal?.throwIfAborted();
      let from = 0;
      if (begun === undefined) {
        for (; from < rows.length && first.rows.length < most; from++) {
          first.rows.push(rows[from] as readonly string[]);
          first.at.push(at[from] as number);
          first.types.push(types?.[from]);
        }
        if (first.rows.length < most) continue;
        begun = this.#begin(table, entry, first);
        if (begun === undefined) return false;
        yield* this.#told(table, begun);
        yield* this.#rows(begun, first.rows, first.at, first.types, begun.from, skip);
      }
      yield* this.#rows(begun, rows, at, types, from, skip);
    }
    if (begun === undefined) {
      begun = first.rows.length === 0 ? undefined : this.#begin(table, entry, first);
      if (begun === undefined) return false;
      yield* this.#told(table, begun);
      yield* this.#rows(begun, first.rows, first.at, first.types, begun.from, skip);
    }
    this.sheetsRead++;
    begun.reader.end();
    const batch = this.batcher.add(begun.reader.take());
    if (batch !== undefined) yield batch;
    return true;
  }

  *#told(table: Table, { header }: Begun): Generator<Batch, void, undefined> {
    const { missing, ignored, headings } = header;
    const place: Place = table.name === undefined ? {} : { sheet: table.name };
    yield* this.tell(
      ...missing.map((column) => spreadsheetIssue('column-missing', place, column)),
      ...ignored.map((i) => spreadsheetIssue('column-ignored', place, headings[i])),
    );
  }

  *#rows(
    { reader, header: { ignored } }: Begun,
    rows: readonly (readonly string[])[],
    at: readonly number[],
    types: readonly (string | undefined)[] | undefined,
    from: number,
    skip: ReadonlySet<number>,
  ): Generator<Batch, void, undefined> {
    for (let i = from; i < rows.length; i++) {
      const line = at[i] as number;
      if (skip.has(line)) continue;
      if (ignored.length === 0) reader.row(rows[i] as readonly string[], line, types?.[i]);
      else
        reader.row(blanked(rows[i] as readonly string[], ignored), line, typesBlanked(types?.[i], ignored));
      if (reader.waiting === 0) continue;
      const batch = this.batcher.add(reader.take());
      if (batch !== undefined) yield batch;
    }
  }

  *end(): Generator<Batch, void, undefined> {
    if (this.#memory.pupilCount === 0) {
      const reader = this.reader();
      reader.issue('no-pupils', {});
      const batch = this.batcher.add(reader.take());
      if (batch !== undefined) yield batch;
    }
    const batch = this.batcher.flush();
    if (batch !== undefined) yield batch;
  }
}

function blanked(cells: readonly string[], ignored: readonly number[]): string[] {
  const copy = [...cells];
  for (const index of ignored) if (index < copy.length) copy[index] = '';
  return copy;
}

/** A fault in a column that is left out is nobody's concern. */
function typesBlanked(types: string | undefined, ignored: readonly number[]): string | undefined {
  if (types === undefined || !/[ef]/.test(types)) return types;
  const left = new Set(ignored);
  return types.replace(/./g, (type, index: number) => (left.has(index) ? '-' : type));
}

async function* nothing(): AsyncGenerator<RowBatch, void, undefined> {
  // A table without rows
}

/** Reads a file by a mapping that was checked. */
export async function* readByMapping(
  dialect: TableDialect,
  source: Source,
  mapping: SpreadsheetMapping,
  options: TableParseOptions,
): AsyncGenerator<Batch, void, undefined> {
  checkTableOptions(options);
  const { signal, onProgress, encoding, sheets: only } = options;
  signal?.throwIfAborted();
  const file = createFileProvenance(source, { supplier: dialect.supplier, format: dialect.id });
  const run = new MappingRun(dialect, file, mapping, options);
  const used = new Set<MappedSheet>();
  if (isWorkbook(await source.head())) {
    const workbook = await openWorkbook(source, { signal, onProgress });
    try {
      for (const { name, hidden, index } of workbook.sheets) {
        const entry = run.entryOf(name, index + 1);
        const wanted = entry !== undefined && (only === undefined || only.includes(name));
        if (entry === undefined || !wanted || (hidden && entry.sheet === '*')) {
          yield* skipped(run, name);
          continue;
        }
        used.add(entry);
        const table = { name, rows: workbook.rows(index), dates1904: workbook.dates1904 };
        if (yield* run.read(table, entry)) continue;
        if (entry.sheet === '*') yield* skipped(run, name);
        else yield* run.tell(spreadsheetIssue('header-missing', { sheet: name }));
      }
    } finally {
      workbook.close();
    }
  } else {
    const entry = run.entryOf(undefined, 1) ?? mapping.sheets[0];
    if (entry !== undefined) {
      used.add(entry);
      const rows = readDelimited(source, { signal, onProgress, encoding });
      yield* run.read({ rows, dates1904: false }, entry);
    }
  }
  if (run.sheetsRead === 0) {
    throw new UnreadableInputError(
      'spreadsheet-no-header',
      'No sheet has the headings that the mapping names.',
      {
        help: 'Check whether the sheets or their headings were changed, and whether it is the right mapping. rollbook map makes a new one.',
      },
    );
  }
  const missing = mapping.sheets.filter((entry) => !used.has(entry) && entry.sheet !== '*');
  yield* run.tell(...missing.map(({ sheet }) => spreadsheetIssue('sheet-missing', {}, String(sheet))));
  completeFileProvenance(file, source);
  yield* run.end();
}

function* skipped(run: MappingRun, sheet: string): Generator<Batch, void, undefined> {
  const reader = run.reader();
  reader.issue('sheet-skipped', { sheet });
  const batch = run.batcher.add(reader.take());
  if (batch !== undefined) yield batch;
}
