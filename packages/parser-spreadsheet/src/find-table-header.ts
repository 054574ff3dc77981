import { findHeader, type FoundHeader, headingKey } from '@rollbook/parser-kit';
import { spreadsheetHeadings } from './spreadsheet-headings.js';
import { ColumnValues } from './column-values.js';
import { nearHeading } from './near-headings.js';
import type { TableSample } from './sample-tables.js';

export interface TableHeader {
  /** Which of the sample's rows holds the headings; -1 for none. */
  readonly index: number;
  readonly sessions: FoundHeader['sessions'];
  readonly titles: readonly string[];
  /** How it was found: by known headings, by what they were meant to be, or by the values below. */
  readonly by: 'headings' | 'near-headings' | 'values';
}

/** Rows that are looked at where no heading is known as it is written. */
const LOOKED_AT = 15;
const NONE: FoundHeader['sessions'] = new Map();

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

/** A word or two, no number, no date: what a heading is. A row of data has something else, as a rule. */
function couldBeHeading(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 60 && /\p{L}/u.test(text) && !isTyped(text);
}

/** A value that no heading looks like. */
function isTyped(text: string): boolean {
  const values = new ColumnValues([text]);
  return (['upn-shaped', 'uln', 'date', 'postcode', 'email', 'phone', 'number', 'year-word'] as const).some(
    (test) => values.share(test) === 1 && !/^(?:year|yr)s?$/i.test(text),
  );
}

/**
 * The header of a table: the row with headings that are known, or nearly known. Else the first row of words above
 * columns with something that words are not: dates, UPNs, numbers. Undefined where the first rows say nothing.
 */
export function findTableHeader(
  { rows }: TableSample,
  text: string,
  latestYear: number,
): TableHeader | undefined {
  const dates = { order: 'dmy', latestYear, dates1904: false } as const;
  const found = findHeader(rows, spreadsheetHeadings, { text }, dates);
  if (found !== undefined) return { ...found, by: 'headings' };
  const first = rows.slice(0, LOOKED_AT);
  const corrected = first.map((row) =>
    row.map((cell) =>
      cell.length > 60 || spreadsheetHeadings.always.has(headingKey(cell))
        ? cell
        : (nearHeading(cell)?.heading ?? cell),
    ),
  );
  const near = findHeader(corrected, spreadsheetHeadings, { text }, dates);
  if (near !== undefined) return { ...near, by: 'near-headings' };
  return byValues(rows);
}

function byValues(rows: TableSample['rows']): TableHeader | undefined {
  const first = rows.slice(0, LOOKED_AT);
  const width = Math.max(0, ...first.map((row) => row.filter(isFilled).length));
  for (let index = 0; index < first.length; index++) {
    const row = first[index] as readonly string[];
    const filled = row.filter(isFilled);
    if (filled.length < Math.max(2, width / 2)) continue;
    const below = rows.slice(index + 1);
    const typed = row.some((_, column) => {
      const cells = below.map((cells) => cells[column] ?? '').filter(isFilled);
      return cells.length > 0 && cells.filter(isTyped).length >= cells.length * 0.8;
    });
    const isHeader =
      typed && filled.every(couldBeHeading) && new Set(filled.map(headingKey)).size === filled.length;
    const titles = first.slice(0, index).map((cells) => [...new Set(cells.filter(isFilled))].join(' '));
    if (isHeader) return { index, sessions: NONE, titles, by: 'values' };
    // The first whole row is data: there is no header
    return filled.some(isTyped) && index === 0
      ? { index: -1, sessions: NONE, titles: [], by: 'values' }
      : undefined;
  }
  return undefined;
}
