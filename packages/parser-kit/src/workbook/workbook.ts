import type { RowBatch } from '../table/row-batch.js';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Position in `Workbook.sheets`, from 0: what `rows` takes. */
  readonly index: number;
}

/** An open workbook. Sheets that hold no cells (charts, dialogs, macros) are left out. */
export interface Workbook {
  readonly format: 'xlsx' | 'ods';
  /** Whether serial numbers of dates count from 1904. They are resolved already. */
  readonly dates1904: boolean;
  readonly sheets: readonly SheetInfo[];
  /**
   * The rows of a sheet that aren't blank, with their numbers, in batches of about 500; may be called again.
   *
   * Cells are text, with a type each: dates as `YYYY-MM-DD`, with a time `YYYY-MM-DDTHH:MM:SS`, times alone as
   * `HH:MM:SS`; numbers in shortest form, but as shown where the number format is one of zeros (`000000`);
   * `TRUE` and `FALSE`; errors as they stand (`#N/A`); formulas by their stored value. Every cell of a merged area
   * has the value of its first; a row that has nothing of its own stays out. Blank cells at the end of a row are
   * cut off. Throws `UnreadableInputError` for a sheet that is damaged or over a limit; what was yielded before
   * must then not be kept. An index out of range throws a RangeError.
   */
  rows(index: number): AsyncGenerator<RowBatch, void, undefined>;
  /** Lets go of the file. Reading on afterwards throws an Error. */
  close(): void;
}

/** What `openWorkbook` gets from the format: sheets, and how to read one. */
export interface WorkbookContent {
  readonly format: 'xlsx' | 'ods';
  readonly dates1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Packed bytes that reading the sheet takes. */
  packedSize(index: number): number;
  rows(index: number, onPacked: (bytes: number) => void): AsyncGenerator<RowBatch, void, undefined>;
}
