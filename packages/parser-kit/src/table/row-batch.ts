/**
 * What a cell of a workbook is: `s` text, `n` number, `d` date or time, `b` boolean, `e` error, `f` formula
 * without a stored value, `-` empty.
 */
export type CellType = 's' | 'n' | 'd' | 'b' | 'e' | 'f' | '-';

/**
 * Some rows of one table: a delimited file or a sheet of a workbook. Rows that are blank altogether are left out.
 * Arrays run in parallel, since a small object for every row would cost as much as the row.
 */
export interface RowBatch {
  /** Cells of each row as text, as many as the row has. An empty cell is `''`. */
  readonly rows: readonly (readonly string[])[];
  /** Where each row begins, 1 first: the line of a delimited file, the row of a sheet. */
  readonly at: readonly number[];
  /** One {@link CellType} for each cell of each row, as one string a row; workbooks only. */
  readonly types?: readonly string[];
}
