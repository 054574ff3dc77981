import type { Delimiter } from './delimiter.js';

export interface WriteDelimitedOptions {
  /** A comma when not given. */
  readonly delimiter?: Delimiter | undefined;
  /** CRLF when not given, as RFC 4180 has it. */
  readonly newline?: '\r\n' | '\n' | '\r' | undefined;
  /** Quotes every cell, not only those that need it. */
  readonly quoteAll?: boolean | undefined;
  /**
   * Puts an apostrophe before a cell that a spreadsheet would take for a formula: one that begins with `=`, `+`, `-`,
   * `@` (or their full-width forms), tab, CR or LF. Signed numbers and telephone numbers, which are a sign and then
   * only digits, spaces and `().,-`, stay as they are, since no formula that does anything is made of those; so do
   * marks such as `---`. It changes cells: leave it off for files that a program reads.
   */
  readonly escapeFormulas?: boolean | undefined;
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean | undefined;
}

/** Cells of a row as text; undefined is an empty cell. */
export type DelimitedRow = readonly (string | undefined)[];

/** Characters of a piece, about. */
const pieceLength = 64 * 1024;

/**
 * A function that gives one row as text, its line end included. Control characters other than tab and line ends are
 * written as they are, though `readDelimited` refuses a file that has them.
 */
export function createDelimitedWriter(options: WriteDelimitedOptions = {}): (row: DelimitedRow) => string {
  const { delimiter = ',', newline = '\r\n', quoteAll = false, escapeFormulas = false } = options;
  // A space at either end is quoted, since some readers trim; `sep=` and a byte order mark mean something at the start.
  const special = new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]|^[ \\ufeff]|^sep=| $`, 'i');
  return (row) => {
    let line = '';
    for (let i = 0; i < row.length; i++) {
      if (i > 0) line += delimiter;
      let cell = row[i] ?? '';
      if (escapeFormulas) cell = escapeFormula(cell);
      if (quoteAll || special.test(cell)) line += `"${cell.replaceAll('"', '""')}"`;
      else line += cell;
    }
    return line + newline;
  };
}

/** Rows to text, in pieces of about 64 KB. */
export async function* writeDelimited(
  rows: AsyncIterable<DelimitedRow> | Iterable<DelimitedRow>,
  options: WriteDelimitedOptions = {},
): AsyncGenerator<string, void, undefined> {
  const write = createDelimitedWriter(options);
  let piece = options.bom === true ? '\ufeff' : '';
  for await (const row of rows) {
    piece += write(row);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const harmless = /^[+-][\d ().,-]*$/;

function escapeFormula(cell: string): string {
  return formula.test(cell) && !harmless.test(cell) ? `'${cell}` : cell;
}
