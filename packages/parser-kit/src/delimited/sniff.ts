import { isUnreadableInputError } from '../errors.js';
import type { RowBatch } from '../table/row-batch.js';
import { delimiters, readSeparatorLine, type Delimiter } from './delimiter.js';
import { DelimitedScanner } from './scanner.js';

export interface SniffDelimitedOptions {
  /** Asks only whether it is a table with this one. */
  readonly delimiter?: Delimiter | undefined;
  /**
   * Whether the text is the whole file, so that its last row counts. When not given, a text of less than 16,384
   * characters is taken for whole: the head that a source gives is longer if the file is.
   */
  readonly whole?: boolean | undefined;
}

export interface SniffedTable {
  readonly delimiter: Delimiter;
  /** The first rows that are complete, at most 200; blank ones left out. */
  readonly rows: readonly (readonly string[])[];
  /** Line of each. */
  readonly at: readonly number[];
}

const longestWhole = 16_384;
const rowsToRead = 200;

/**
 * The delimiter and first rows of a table; undefined for what is none: XML, JSON, prose, a list of one column. A
 * table has two cells or more in most of its rows, and most of them equally many. Rows of titles above the headings
 * may have fewer.
 */
export function sniffDelimited(text: string, options: SniffDelimitedOptions = {}): SniffedTable | undefined {
  if (isOtherFormat(text)) return undefined;
  const whole = options.whole ?? text.length < longestWhole;
  const separator = readSeparatorLine(text);
  const start = text.slice(separator?.length ?? (text.startsWith('\ufeff') ? 1 : 0));
  const named = options.delimiter ?? separator?.delimiter;
  let best: SniffedTable | undefined;
  let bestRank: Rank = { first: Infinity, score: 0 };
  for (const delimiter of named === undefined ? delimiters : [named]) {
    if (!start.includes(delimiter)) continue;
    const batch = readStart(start, delimiter, whole, separator === undefined ? 1 : 2);
    if (batch === undefined) continue;
    const rank = rankTable(batch.rows, delimiter);
    if (rank === undefined || !isBetter(rank, bestRank)) continue;
    bestRank = rank;
    best = { delimiter, rows: batch.rows, at: batch.at };
  }
  return best;
}

/** The delimiter of what may be no table at all: by the rows, else what its first line has most of, else a comma. */
export function guessDelimiter(text: string): Delimiter {
  const sniffed = sniffDelimited(text);
  if (sniffed !== undefined) return sniffed.delimiter;
  const line = /[^\r\n]+/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const count = line.split(delimiter).length - 1;
    if (count <= most) continue;
    most = count;
    best = delimiter;
  }
  return best;
}

/** XML and HTML begin with a tag; JSON with a bracket and what JSON can have behind it (a heading may be `[ID]`). */
export function isOtherFormat(text: string): boolean {
  return /^[\ufeff\s]*(?:<[?!/a-z]|\{\s*(?:["}]|$)|\[\s*(?:["{[\]]|-?\d+(?:[.eE]|\s*,)|$))/i.test(
    text.slice(0, 4096),
  );
}

function readStart(text: string, delimiter: Delimiter, whole: boolean, line: number): RowBatch | undefined {
  const scanner = new DelimitedScanner({ delimiter, line });
  const out: RowBatch[] = [];
  try {
    scanner.write(text, out);
    if (!whole) scanner.endCut(out);
    else {
      try {
        scanner.end(out);
      } catch (error) {
        if (!isUnreadableInputError(error) || error.code !== 'csv-quote-open') throw error;
        scanner.endCut(out);
      }
    }
  } catch (error) {
    if (isUnreadableInputError(error)) return undefined;
    throw error;
  }
  const [batch] = out;
  return batch && { rows: batch.rows.slice(0, rowsToRead), at: batch.at.slice(0, rowsToRead) };
}

interface Rank {
  /** Row with which the table begins, its headings most likely. */
  readonly first: number;
  /** The more, the more columns there are and the more rows have them all. */
  readonly score: number;
}

/**
 * The delimiter that parts the headings is the right one, though another may stand in every row below them: decimal
 * commas, or surname and forename in one cell.
 */
function isBetter(rank: Rank, than: Rank): boolean {
  return rank.first === than.first ? rank.score > than.score : rank.first < than.first;
}

/** Undefined for no table. */
function rankTable(rows: readonly (readonly string[])[], delimiter: Delimiter): Rank | undefined {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count < most || (count === most && cells < width)) continue;
    width = cells;
    most = count;
  }
  if (width < 2) return undefined;
  // Titles stand above the headings; whatever stands below must fit.
  const first = rows.findIndex((row) => row.length === width);
  const table = rows.slice(first);
  const parted = table.filter((row) => row.length > 1).length / table.length;
  const fitting = most / table.length;
  if (parted < 0.7 || fitting < 0.5 || first > table.length + 10) return undefined;
  if (looksLikeProse(table, width, delimiter)) return undefined;
  const score = fitting * Math.log2(width);
  // It parts what stands in quotes: any other comes before it.
  if (countHalfQuoted(table) > table.length / 2) return { first: rows.length, score };
  return { first, score };
}

/** Cells with an odd number of quotes, such as the halves of `5,"a;b"` where it was cut at the semicolon. */
function countHalfQuoted(table: readonly (readonly string[])[]): number {
  let count = 0;
  for (const row of table) {
    for (const cell of row) if (cell.includes('"') && cell.split('"').length % 2 === 0) count++;
  }
  return count;
}

/** Sentences have commas and semicolons too: few, with a space behind, and many words between. */
function looksLikeProse(table: readonly (readonly string[])[], width: number, delimiter: Delimiter): boolean {
  if (width > 4 || delimiter === '\t' || delimiter === '|') return false;
  let cells = 0;
  let words = 0;
  let later = 0;
  let spaced = 0;
  for (const row of table) {
    for (const [i, cell] of row.entries()) {
      cells++;
      words += cell.split(' ').length;
      if (i === 0) continue;
      later++;
      if (cell === '' ? i === row.length - 1 && row.length === 2 : cell.startsWith(' ')) spaced++;
    }
  }
  return words > cells * 7 || spaced > later * 0.6;
}
