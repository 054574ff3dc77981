import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { SyntheticFile } from '../../format.js';

/** Undefined and the empty string leave the cell out. A Date is midnight UTC of its day, or a time of it. */
export type XlsxCell = string | number | Date | boolean | undefined;

export interface XlsxSheet {
  readonly name: string;
  readonly hidden?: boolean | undefined;
  /** Rows before the header, as reports have them. */
  readonly titleRows?: readonly (readonly XlsxCell[])[] | undefined;
  /** Names of the columns; undefined for a sheet without. */
  readonly header: readonly string[] | undefined;
  /** Called each time the file's content is asked for, so a generator function will do. */
  readonly rows: () => Iterable<readonly XlsxCell[]>;
  /** Number formats by column for the cells below the header, such as `000000`. */
  readonly formats?: readonly (string | undefined)[] | undefined;
}

export interface XlsxOptions {
  /** Number format of date cells without one of their own; `dd/mm/yyyy` when not given. */
  readonly dateFormat?: string | undefined;
  /**
   * Keeps texts once, in a table of their own, as Excel does. Memory then grows with the number of different texts;
   * false when not given.
   */
  readonly sharedStrings?: boolean | undefined;
  /** The time that the file says it was made; 2026-01-01 when not given, so that the bytes are the same each time. */
  readonly created?: Date | undefined;
}

const CREATED = new Date(Date.UTC(2026, 0, 1));
/** Rows between looks at whether the compressor keeps up. */
const ROWS_AT_ONCE = 256;
/** Bytes that may wait for the compressor. */
const MOST_WAITING = 262_144;

type Cells = readonly XlsxCell[];
type Styles = Map<string, Partial<ExcelJS.Style>>;

/** What exceljs writes to and has no type for. */
interface Zip {
  append(source: string | Readable, data: { name: string; date?: Date }): unknown;
}
/** The buffer that a sheet's text goes through: a stream of exceljs's own kind, and no Readable of Node's. */
interface SheetText {
  pipe(destination: Writable): unknown;
}

/**
 * exceljs leaves the times of the ZIP's entries to the clock, and writes on however much waits to be compressed. So every
 * entry gets the same time, and a stream that tells how much waits.
 */
class SteadyWorkbookWriter extends ExcelJS.stream.xlsx.WorkbookWriter {
  /** The sheet that was added last, on its way to the compressor. */
  waiting: Writable | undefined;

  /** The constructor's first call, before any entry. */
  override addThemes(): Promise<void> {
    const { zip } = this as unknown as { zip: Zip };
    const append = zip.append.bind(zip);
    zip.append = (source, data) => {
      const dated = { ...data, date: CREATED };
      if (typeof source === 'string') return append(source, dated);
      const waiting = new PassThrough();
      (source as SheetText).pipe(waiting);
      this.waiting = waiting;
      return append(waiting, dated);
    };
    return super.addThemes();
  }
}

function styleOf(styles: Styles, numFmt: string): Partial<ExcelJS.Style> {
  let style = styles.get(numFmt);
  if (style === undefined) {
    // exceljs looks a style up by its object, so there is one for each format
    style = { numFmt };
    styles.set(numFmt, style);
  }
  return style;
}

function addRow(
  sheet: ExcelJS.Worksheet,
  cells: Cells,
  formats: readonly (string | undefined)[],
  dateFormat: string,
  styles: Styles,
): void {
  const row = sheet.addRow(cells.map((cell) => (cell === '' ? undefined : cell)));
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === undefined) continue;
    const format = formats[i] ?? (cell instanceof Date ? dateFormat : undefined);
    if (format !== undefined) row.getCell(i + 1).style = styleOf(styles, format);
  }
  row.commit();
}

/** Ends when the compressor has taken what waits; throws when nobody reads any more. */
async function compressorReady({ waiting }: SteadyWorkbookWriter, signal: AbortSignal): Promise<void> {
  // Promises alone would not let the compressor have its turn
  await setImmediate();
  signal.throwIfAborted();
  if (waiting !== undefined && waiting.writableLength > MOST_WAITING)
    await once(waiting, 'drain', { signal });
}

async function writeWorkbook(
  output: PassThrough,
  sheets: readonly XlsxSheet[],
  { dateFormat = 'dd/mm/yyyy', sharedStrings = false, created = CREATED }: XlsxOptions,
  signal: AbortSignal,
): Promise<void> {
  const workbook = new SteadyWorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: sharedStrings,
  });
  workbook.created = created;
  workbook.modified = created;
  workbook.creator = 'Rollbook synthetic';
  workbook.lastModifiedBy = 'Rollbook synthetic';
  const styles: Styles = new Map();
  for (const { name, hidden = false, titleRows = [], header, rows, formats = [] } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const title of titleRows) addRow(sheet, title, [], dateFormat, styles);
    if (header !== undefined) addRow(sheet, header, [], dateFormat, styles);
    let count = 0;
    for (const row of rows()) {
      addRow(sheet, row, formats, dateFormat, styles);
      if (++count % ROWS_AT_ONCE === 0) await compressorReady(workbook, signal);
    }
    sheet.commit();
  }
  await workbook.commit();
}

/**
 * A workbook, written as it is read: memory does not grow with the rows. The bytes are the same each time on one
 * machine.
 *
 * @throws Error from `content()` when there is no sheet, which no workbook may be without
 */
export function xlsxFile(
  name: string,
  sheets: readonly XlsxSheet[],
  options: XlsxOptions = {},
): SyntheticFile {
  return {
    name,
    async *content() {
      if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
      const output = new PassThrough();
      const reading = new AbortController();
      const writing = writeWorkbook(output, sheets, options, reading.signal);
      // A failure ends the reading below with its own error
      writing.catch((error: unknown) => output.destroy(error as Error));
      try {
        for await (const chunk of output) yield chunk as Uint8Array;
      } finally {
        reading.abort();
        output.destroy();
      }
      await writing;
    },
  };
}
