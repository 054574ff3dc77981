/** What one delimited file may cost. Lengths are in characters (UTF-16 units) of the source. */
export interface DelimitedLimits {
  readonly fieldLength: number;
  /** Length of a row, counted when it isn't read in one go. */
  readonly rowLength: number;
  /** Cells in a row: as many as a sheet of Excel has columns. */
  readonly cells: number;
}

export const defaultDelimitedLimits: DelimitedLimits = Object.freeze({
  fieldLength: 1_000_000,
  rowLength: 16 * 1024 * 1024,
  cells: 16_384,
});

/** Every code that the delimited reader's errors have, with what a person can do about it. */
export const delimitedHelp = {
  'csv-quote-open':
    'A double quote begins the cell there and no other ends it. Remove it in the MIS or write it twice; or the export broke off: export again.',
  'csv-field-too-long': 'Check that the right file was chosen and that it has line ends.',
  'csv-row-too-long': 'Check that the right file was chosen and that it has line ends.',
  'csv-too-many-cells': 'Check that the right file was chosen, and its delimiter.',
  'csv-character':
    'The file is damaged or no text, or a control character was pasted into a field in the MIS. Remove it there at the line given, and export again.',
  'csv-not-a-table':
    'Export the data as CSV, or choose the format that the file really has. If it is a table, name its delimiter.',
} as const satisfies Record<string, string>;

export type DelimitedErrorCode = keyof typeof delimitedHelp;
