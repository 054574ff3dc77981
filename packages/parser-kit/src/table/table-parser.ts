import type { Place } from '@rollbook/model';
import { createBatcher, type Batcher } from '../batcher.js';
import { readDelimited } from '../delimited/index.js';
import { UnreadableInputError } from '../errors.js';
import { completeFileProvenance, createFileProvenance } from '../file-provenance.js';
import { createIssueOnce } from '../issue-once.js';
import type { Issue } from '../issue.js';
import type { Batch } from '../item.js';
import type { Parser } from '../parser.js';
import type { Source } from '../source.js';
import { letGo } from '../open-head.js';
import { openWorkbook } from '../workbook/index.js';
import { tableHeadOf } from './detect-table.js';
import type { ColumnMeaning } from './fields.js';
import { findHeader, headerRows, periodOf } from './find-header.js';
import { resolveHeadings } from './headings.js';
import { repeatsHeader } from './no-data.js';
import type { RowBatch } from './row-batch.js';
import type { PreparedRow, RowPreparer, TableDialect, TableParseOptions } from './table-dialect.js';
import { TableMemory, type TableReaderSettings } from './record-sink.js';
import { checkTableOptions, dateSettings, ownMeanings } from './table-options.js';
import { TableReader } from './table-reader.js';

interface Sheet {
  readonly rows: AsyncIterable<RowBatch>;
  /** Sheet, for workbooks. */
  readonly name?: string;
  readonly dates1904: boolean;
}

class TableRun {
  readonly memory = new TableMemory();
  readonly once = createIssueOnce();
  readonly batcher: Batcher;
  /** Issues of the preparer, which go behind the pupil in hand. */
  readonly told: Issue[] = [];
  sheetsRead = 0;

  constructor(
    readonly dialect: TableDialect,
    readonly file: TableReaderSettings['file'],
    readonly options: TableParseOptions,
  ) {
    this.batcher = createBatcher(options.batchSize);
  }

  settings(sheet: Sheet, extra: Partial<TableReaderSettings>): TableReaderSettings {
    const { name } = sheet;
    const placeOf =
      name === undefined
        ? (at: number): Place => ({ line: at })
        : (at: number): Place => ({ row: at, sheet: name });
    const { dialect, file, options, once, memory } = this;
    return { dialect, file, options, once, memory, placeOf, dates1904: sheet.dates1904, ...extra };
  }

  async *read(sheet: Sheet): AsyncGenerator<Batch, void, undefined> {
    const { options, dialect, file } = this;
    const dates = dateSettings(options, sheet.dates1904);
    const own = ownMeanings(options);
    const text = `${sheet.name ?? ''}\n${file.name ?? ''}`;
    const first: { rows: (readonly string[])[]; at: number[]; types: (string | undefined)[] } = {
      rows: [],
      at: [],
      types: [],
    };
    let reader: TableReader | undefined;
    let preparer: RowPreparer | undefined;

    const begin = (): number => {
      const header = findHeader(first.rows, dialect.headings, { text, own }, dates);
      if (header === undefined) return -1;
      const titles = header.titles.join('\n');
      const evidence = `${text}\n${titles}`;
      const columns = resolveHeadings(dialect.headings, header.headings, { text: evidence, own }).columns.map(
        (meaning, i): ColumnMeaning | undefined => {
          const session = header.sessions.get(i);
          return session === undefined ? meaning : { field: 'marks.session', parameter: session };
        },
      );
      const settings = this.settings(sheet, { text: evidence, period: periodOf(header.titles, dates) });
      preparer = dialect.prepare?.({
        headings: header.headings,
        columns,
        titles: header.titles,
        options,
        placeOf: settings.placeOf,
        once: this.once,
        tell: (issue) => this.told.push(issue),
      });
      const added = preparer?.added ?? [];
      const meanings = [...columns, ...added.map(({ meaning }) => meaning)];
      reader = new TableReader({ ...settings, meanings: () => meanings });
      reader.header([...header.headings, ...added.map(({ heading }) => heading)]);
      if (titles.trim() !== '') {
        const place =
          sheet.name === undefined
            ? { line: first.at[0] as number }
            : { row: first.at[0] as number, sheet: sheet.name };
        reader.issue('title-rows', place, { value: titles.slice(0, 500) });
      }
      if (options.school === undefined && reader.layout?.school.length === 0 && this.once('school-missing')) {
        reader.issue('school-missing', {});
      }
      return header.index;
    };

    for await (const { rows, at, types } of sheet.rows) {
      options.signal?.throwIfAborted();
      let from = 0;
      if (reader === undefined) {
        for (; from < rows.length && first.rows.length < headerRows; from++) {
          first.rows.push(rows[from] as readonly string[]);
          first.at.push(at[from] as number);
          first.types.push(types?.[from]);
        }
        if (first.rows.length < headerRows) continue;
        const index = begin();
        if (index < 0) return;
        yield* this.#rows(reader, preparer, first.rows, first.at, first.types, index + 1);
      }
      yield* this.#rows(reader, preparer, rows, at, types, from);
    }
    if (reader === undefined && first.rows.length > 0) {
      const index = begin();
      if (index < 0) return;
      yield* this.#rows(reader, preparer, first.rows, first.at, first.types, index + 1);
    }
    const done = reader;
    if (done === undefined) return;
    this.sheetsRead++;
    yield* this.#prepared(done, preparer?.end?.() ?? []);
    done.end();
    const batch = this.batcher.add([...done.take(), ...this.told.splice(0)]);
    if (batch !== undefined) yield batch;
  }

  *#rows(
    reader: TableReader | undefined,
    preparer: RowPreparer | undefined,
    rows: readonly (readonly string[])[],
    at: readonly number[],
    types: readonly (string | undefined)[] | undefined,
    from: number,
  ): Generator<Batch, void, undefined> {
    if (reader === undefined) return;
    for (let i = from; i < rows.length; i++) {
      // A header that comes again is no row to prepare
      if (
        preparer !== undefined &&
        !repeatsHeader(reader.layout?.headings ?? [], rows[i] as readonly string[])
      ) {
        const prepared = preparer.row(rows[i] as readonly string[], at[i] as number, types?.[i]);
        yield* this.#prepared(reader, prepared);
        continue;
      }
      reader.row(rows[i] as readonly string[], at[i] as number, types?.[i]);
      if (reader.waiting === 0) continue;
      const batch = this.batcher.add(reader.take());
      if (batch !== undefined) yield batch;
    }
  }

  *#prepared(reader: TableReader, rows: readonly PreparedRow[]): Generator<Batch, void, undefined> {
    for (const { cells, at, types } of rows) {
      reader.row(cells, at, types);
      if (reader.waiting === 0) continue;
      const batch = this.batcher.add([...reader.take(), ...this.told.splice(0)]);
      if (batch !== undefined) yield batch;
    }
  }

  /** What is told of the file as a whole, at its end. */
  *end(): Generator<Batch, void, undefined> {
    if (this.memory.pupilCount === 0) {
      const reader = new TableReader(this.settings({ rows: empty(), dates1904: false }, {}));
      reader.issue('no-pupils', {});
      const batch = this.batcher.add(reader.take());
      if (batch !== undefined) yield batch;
    }
    const batch = this.batcher.flush();
    if (batch !== undefined) yield batch;
  }

  skipped(name: string, sheet: Sheet): Batch | undefined {
    const reader = new TableReader(this.settings(sheet, {}));
    reader.issue('sheet-skipped', { sheet: name });
    return this.batcher.add(reader.take());
  }

  noHeader(): UnreadableInputError {
    return new UnreadableInputError(
      `${this.dialect.id}-no-header`,
      'No row of headings that are known was found.',
      {
        help: 'A list of pupils needs headings, such as UPN, Surname and Forename, in one of its first rows. Name the columns by aliases or a mapping if the school calls them otherwise.',
      },
    );
  }
}

async function* empty(): AsyncGenerator<RowBatch, void, undefined> {
  // A table of nothing
}

async function* parse(
  dialect: TableDialect,
  source: Source,
  options: TableParseOptions,
): AsyncGenerator<Batch, void, undefined> {
  checkTableOptions(options);
  const { signal, onProgress, encoding, sheets } = options;
  signal?.throwIfAborted();
  const file = createFileProvenance(source, { supplier: dialect.supplier, format: dialect.id });
  const run = new TableRun(dialect, file, options);
  const head = await source.head();
  if (signal?.aborted === true) {
    // Only who reads a source lets go of it, and the readers below would not begin
    await letGo(source);
    signal.throwIfAborted();
  }
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const workbook = await openWorkbook(source, { signal, onProgress });
    try {
      for (const { name, hidden, index } of workbook.sheets) {
        const sheet: Sheet = { rows: workbook.rows(index), name, dates1904: workbook.dates1904 };
        const wanted = sheets === undefined ? !hidden : sheets.includes(name);
        const before = run.sheetsRead;
        if (wanted) yield* run.read(sheet);
        if (run.sheetsRead > before) continue;
        const batch = run.skipped(name, sheet);
        if (batch !== undefined) yield batch;
      }
    } finally {
      workbook.close();
    }
  } else {
    yield* run.read({ rows: readDelimited(source, { signal, onProgress, encoding }), dates1904: false });
  }
  if (run.sheetsRead === 0) throw run.noHeader();
  completeFileProvenance(file, source);
  yield* run.end();
}

/**
 * A parser of a supplier's tables: delimited text of any encoding, .xlsx and .ods, by the headings of `dialect`.
 *
 * Rows of one pupil that follow each other become one pupil with all records. What a column holds that is not known
 * goes to `extensions` under its heading, with one info issue a column. Rows that name no pupil, and rows that lack
 * what makes them a record, become `unreadable` with an error.
 */
export function createTableParser(dialect: TableDialect): Parser<TableParseOptions> {
  return {
    id: dialect.id,
    supplier: dialect.supplier,
    title: dialect.title,
    detect: (head) => {
      const table = tableHeadOf(head, dialect.headings);
      return table === undefined ? undefined : dialect.detect(table);
    },
    parse: (source, options = {}) => parse(dialect, source, options),
  };
}
