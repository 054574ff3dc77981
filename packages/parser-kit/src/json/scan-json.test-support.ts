import { UnreadableInputError } from '../errors.js';
import type { JsonRecord } from './json-value.js';
import { JsonScanner, type JsonRecordMatcher, type JsonScannerOptions } from './scanner.js';

export interface ScanJsonOptions extends Omit<JsonScannerOptions, 'isRecord'> {
  /** Items of `data` when not given. */
  readonly isRecord?: JsonRecordMatcher;
  /** Length of the pieces; the whole text at once when not given. */
  readonly pieces?: number | undefined;
}

const isItemOfData: JsonRecordMatcher = (path) => path.length === 2 && path[0] === 'data';

/** All records of a text. */
export function scanJson(text: string, options: ScanJsonOptions = {}): JsonRecord[] {
  const { isRecord = isItemOfData, pieces } = options;
  const scanner = new JsonScanner({ ...options, isRecord });
  const out: JsonRecord[] = [];
  const step = pieces ?? Math.max(1, text.length);
  for (let i = 0; i < text.length; i += step) scanner.write(text.slice(i, i + step), out);
  scanner.end(out);
  return out;
}

/** The error's code and place, or `accepted`. */
export function verdict(text: string, options?: ScanJsonOptions): string {
  try {
    scanJson(text, options);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    return `${error.code} ${error.place.line}:${error.place.column}`;
  }
}
