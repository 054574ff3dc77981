import {
  type ColumnMeaning,
  type DateOrder,
  headingKey,
  parseFieldKey,
  readTableDate,
  tableFields,
} from '@rollbook/parser-kit';
import { columnIndex } from './letters.js';
import type { MappedColumn, MappedSheet } from './spreadsheet-mapping.js';

export interface MappedHeader {
  /** One for each column of the header; a column that the mapping names by letter has a name if its heading is blank. */
  readonly headings: readonly string[];
  readonly meanings: readonly (ColumnMeaning | undefined)[];
  /** Columns to leave out. */
  readonly ignored: readonly number[];
  /** Columns of the mapping that are not there, by heading or letter. */
  readonly missing: readonly string[];
}

/** Headings of a mapping as keys, and how many of them stand in a row. */
export function headingsKnown(sheet: MappedSheet): (row: readonly string[]) => number {
  const named = new Set(
    sheet.columns.flatMap(({ column }) => (column === undefined ? [] : [headingKey(column)])),
  );
  return (row) => {
    const found = new Set<string>();
    for (const cell of row) {
      const key = headingKey(cell);
      if (named.has(key)) found.add(key);
    }
    return found.size;
  };
}

/** Finds a mapping's columns in a row of headings. `width` is that of the rows below, where there are no headings. */
export function mapColumns(
  sheet: MappedSheet,
  row: readonly string[],
  width: number,
  order: DateOrder,
  latestYear: number,
): MappedHeader {
  const letters = sheet.columns.map(({ letter }) =>
    letter === undefined ? -1 : (columnIndex(letter) ?? -1),
  );
  // A column named by letter may lie beyond the headings; one far beyond the rows is not there
  const last = Math.max(row.length, width);
  const length = Math.max(row.length, ...letters.filter((index) => index < last).map((index) => index + 1));
  const headings = Array.from({ length: sheet.headerRow === 0 ? last : length }, (_, i) => row[i] ?? '');
  const keys = headings.map(headingKey);
  const meanings: (ColumnMeaning | undefined)[] = headings.map(() => undefined);
  const ignored: number[] = [];
  const missing: string[] = [];
  sheet.columns.forEach((column, i) => {
    const { letter, field } = column;
    const index =
      letter === undefined ? keys.indexOf(headingKey(column.column ?? '')) : (letters[i] as number);
    if (index < 0 || index >= headings.length) {
      missing.push(letter ?? column.column ?? '');
      return;
    }
    if ((headings[index] as string).trim() === '') headings[index] = `column ${index + 1}`;
    if (field === 'ignore') ignored.push(index);
    meanings[index] = meaningOf(column, sheet.dateOrder ?? order, order, latestYear);
  });
  return { headings, meanings, ignored, missing };
}

function meaningOf(
  column: MappedColumn,
  sheetOrder: DateOrder,
  order: DateOrder,
  latestYear: number,
): ColumnMeaning {
  const { field, number, with: constants } = column;
  const meaning: ColumnMeaning =
    field === 'ignore' || field === 'extension' ? { field: 'extension.keep' } : parseFieldKey(field);
  const isDate = tableFields[meaning.field].read === 'date';
  const own = column.dateOrder ?? sheetOrder;
  const translate = translator(column, isDate && own !== order ? own : undefined, latestYear);
  return {
    ...meaning,
    ...(number === undefined ? {} : { number }),
    ...(constants === undefined ? {} : { with: constants }),
    ...(translate === undefined ? {} : { translate }),
  };
}

const DIGITS = /^\d+$/;

/** What a cell's text stands for: a code for a word, a number with its zeros, a date that begins with the month. */
function translator(
  { codes, pad }: MappedColumn,
  order: DateOrder | undefined,
  latestYear: number,
): ((text: string) => string) | undefined {
  if (codes === undefined && pad === undefined && order === undefined) return undefined;
  const exact = new Map(Object.entries(codes ?? {}));
  const folded = new Map([...exact].map(([word, code]) => [word.trim().toLowerCase(), code]));
  return (text) => {
    let result = exact.get(text) ?? folded.get(text.toLowerCase()) ?? text;
    // Numbers that a program made of them may have a decimal point
    if (pad !== undefined) {
      const plain = result.endsWith('.0') ? result.slice(0, -2) : result;
      if (DIGITS.test(plain)) result = plain.padStart(pad, '0');
    }
    // A day's number is no date of figures, and the reader tells that it was one
    if (order !== undefined && !DIGITS.test(result)) {
      result = readTableDate(result, { order, latestYear, dates1904: false }) ?? result;
    }
    return result;
  };
}
