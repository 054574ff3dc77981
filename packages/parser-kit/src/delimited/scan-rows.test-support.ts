import { UnreadableInputError } from '../errors.js';
import type { RowBatch } from '../table/row-batch.js';
import type { DelimitedLimits } from './delimited-errors.js';
import type { Delimiter } from './delimiter.js';
import { DelimitedScanner } from './scanner.js';

export interface ScanRowsOptions {
  readonly delimiter?: Delimiter;
  readonly limits?: Partial<DelimitedLimits>;
  /** Length of the pieces; the whole text at once when not given. */
  readonly pieces?: number | undefined;
}

export interface ScannedRows {
  readonly rows: string[][];
  readonly at: number[];
}

/** All rows of a text. */
export function scanRows(
  text: string,
  { delimiter = ',', limits, pieces }: ScanRowsOptions = {},
): ScannedRows {
  const scanner = new DelimitedScanner({ delimiter, limits });
  const out: RowBatch[] = [];
  const step = pieces ?? Math.max(1, text.length);
  for (let i = 0; i < text.length; i += step) scanner.write(text.slice(i, i + step), out);
  scanner.end(out);
  return { rows: out.flatMap(({ rows }) => rows.map((row) => [...row])), at: out.flatMap(({ at }) => at) };
}

/** The rows, or the error's code and line. */
export function outcome(text: string, options?: ScanRowsOptions): ScannedRows | string {
  try {
    return scanRows(text, options);
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    return `${error.code} ${error.place.line}`;
  }
}
