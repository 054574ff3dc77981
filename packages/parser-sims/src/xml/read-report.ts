import type { Place } from '@rollbook/model';
import {
  type Batch,
  type ColumnMeaning,
  completeFileProvenance,
  createBatcher,
  createFileProvenance,
  createIssueOnce,
  headingKey,
  type Issue,
  parseFieldKey,
  placeOf,
  readXmlRecords,
  resolveHeadings,
  type Source,
  type TableDialect,
  TableMemory,
  TableReader,
  UnreadableInputError,
  type XmlRecord,
  type XmlRoot,
} from '@rollbook/parser-kit';
import { isStaffReport } from '../detect-table.js';
import type { SimsParseOptions } from '../options.js';
import { simsIssues, type SimsIssueCode } from '../sims-issues.js';
import { type PupilOfRow, pupilOfRow } from './pupil-of-row.js';
import { Regroup, type ReportRow } from './regroup.js';
import { ReportColumns } from './report-columns.js';
import { rootOf } from './roots.js';

export interface ReadReportSettings {
  readonly dialect: TableDialect;
  readonly options: SimsParseOptions;
  /** Rows that are held to bring a pupil's together; 20,000 when not given. */
  readonly rowsHeld?: number | undefined;
}

function refuse(code: string, message: string, help: string, place: Place): never {
  throw new UnreadableInputError(code, message, { place, help });
}

/** The name of the root's children that are rows. @throws UnreadableInputError for a root that is no report */
export function recordName({ name, line, column }: Pick<XmlRoot, 'name' | 'line' | 'column'>): string {
  const root = rootOf(name);
  const place = { line, column };
  switch (root?.kind) {
    case 'report':
      return root.record;
    case 'codes':
      return refuse(
        'sims-attendance-codes',
        'The file is the school’s list of attendance codes, and holds no pupils.',
        'Read it with readSimsAttendanceCodes and give the result as attendanceCodes.',
        place,
      );
    case 'other':
      return refuse('sims-other-file', `The file is ${root.what}.`, root.help, place);
    default:
      return refuse(
        'sims-root',
        'The root element is none of SIMS’s.',
        'Check that the right file was chosen, and not another export.',
        place,
      );
  }
}

function issueOf(code: SimsIssueCode, place: Place, details: { readonly field?: string } = {}): Issue {
  return { code, ...simsIssues[code], place, ...details };
}

class ReportRun {
  readonly columns = new ReportColumns();
  readonly once = createIssueOnce();
  readonly memory = new TableMemory();
  readonly reader: TableReader;
  readonly regroup: Regroup;
  readonly #own: ReadonlyMap<string, ColumnMeaning>;
  readonly #text: string;
  #place: Place = {};
  #known = 0;
  #pupilOf: PupilOfRow = () => undefined;
  records = 0;

  constructor(
    readonly settings: ReadReportSettings,
    readonly file: ReturnType<typeof createFileProvenance>,
  ) {
    const { dialect, options, rowsHeld } = settings;
    this.regroup = new Regroup(rowsHeld);
    this.#text = file.name ?? '';
    this.#own = new Map(
      Object.entries(options.aliases ?? {}).map(([heading, field]) => [
        headingKey(heading),
        parseFieldKey(field),
      ]),
    );
    this.reader = new TableReader({
      dialect,
      file,
      options,
      once: this.once,
      memory: this.memory,
      placeOf: () => this.#place,
      text: this.#text,
    });
  }

  /** Tells the reader of columns that have come since. */
  takeColumns(): void {
    const { headings } = this.columns;
    if (headings.length === this.#known) return;
    this.#known = headings.length;
    if (isStaffReport(new Set(headings.map(headingKey)))) {
      refuse(
        'sims-staff-report',
        'The report is about staff or the timetable, and holds no pupils.',
        'Check that the right report was chosen.',
        {},
      );
    }
    const { dialect, options } = this.settings;
    const { columns } = resolveHeadings(dialect.headings, headings, { text: this.#text, own: this.#own });
    this.#pupilOf = pupilOfRow(columns);
    this.reader.header([...headings]);
    if (
      options.school === undefined &&
      this.reader.layout?.school.length === 0 &&
      this.once('school-missing')
    ) {
      this.reader.issue('school-missing', {});
    }
  }

  /** Takes a record; gives rows whose turn has come. */
  addRecord(record: XmlRecord, cells: readonly string[]): readonly ReportRow[] {
    this.records++;
    return this.regroup.add(this.#pupilOf(cells), {
      cells,
      place: placeOf(record, record.element, undefined),
    });
  }

  *read(
    rows: readonly ReportRow[],
    add: (items: Batch) => Batch | undefined,
  ): Generator<Batch, void, undefined> {
    for (const { cells, place } of rows) {
      this.#place = place;
      this.reader.row(cells, place.line ?? 1);
      if (this.reader.waiting === 0) continue;
      const batch = add(this.reader.take());
      if (batch !== undefined) yield batch;
    }
  }
}

/** Reads the XML of a report, or of the partner API, in one pass and bounded memory. */
export async function* readReport(
  source: Source,
  settings: ReadReportSettings,
): AsyncGenerator<Batch, void, undefined> {
  const { dialect, options } = settings;
  const { signal, onProgress, encoding } = options;
  const file = createFileProvenance(source, { supplier: dialect.supplier, format: dialect.id });
  const run = new ReportRun(settings, file);
  const batcher = createBatcher(options.batchSize);
  const add = (items: Batch): Batch | undefined => batcher.add(items);
  let recordElement = '';
  const elements = readXmlRecords(source, {
    records: (names) => names.length === 2,
    signal,
    onProgress,
    encoding,
    onRoot: (root) => (recordElement = recordName(root)),
  });
  for await (const completed of elements) {
    const rows: (readonly [XmlRecord, readonly string[]])[] = [];
    for (const record of completed) {
      const { name } = record.element;
      if (name === recordElement) rows.push([record, run.columns.cells(record.element)]);
      else if (name === 'schema') run.columns.addSchema(record.element, recordElement);
      else if (run.once('sims-element-beside', name)) {
        const batch = add([issueOf('sims-element-beside', placeOf(record), { field: name })]);
        if (batch !== undefined) yield batch;
      }
    }
    run.takeColumns();
    for (const [record, cells] of rows) yield* run.read(run.addRecord(record, cells), add);
  }
  for (const rows of run.regroup.rest()) yield* run.read(rows, add);
  run.reader.end();
  const last: (Batch | undefined)[] = [add(run.reader.take())];
  completeFileProvenance(file, source);
  if (run.records === 0) last.push(add([issueOf('sims-report-empty', {})]));
  else if (run.memory.pupilCount === 0) {
    run.reader.issue('no-pupils', {});
    last.push(add(run.reader.take()));
  }
  last.push(batcher.flush());
  for (const batch of last) if (batch !== undefined) yield batch;
}
