import { UnreadableInputError } from '../errors.js';
import type { XmlElement, XmlRecord } from './element.js';
import type { XmlLimits } from './limits.js';
import { matchPaths } from './record-matcher.js';
import { XmlScanner } from './scanner.js';

export interface ScanOptions {
  readonly records?: readonly string[];
  readonly limits?: Partial<XmlLimits>;
  /** Length of the pieces; the whole text at once when not given. */
  readonly pieces?: number;
  readonly onDoctype?: (place: { line: number; column: number }) => void;
  readonly onBareAmpersand?: (place: { line: number }) => void;
}

/** All records of a text; by default the root element is the record. */
export function scan(
  text: string,
  { records = ['*'], limits, pieces, ...accepts }: ScanOptions = {},
): XmlRecord[] {
  const scanner = new XmlScanner({ isRecord: matchPaths(records), limits, ...accepts });
  const out: XmlRecord[] = [];
  const step = pieces ?? Math.max(1, text.length);
  for (let i = 0; i < text.length; i += step) scanner.write(text.slice(i, i + step), out);
  scanner.end(out);
  return out;
}

export function root(text: string, options?: ScanOptions): XmlElement {
  const [record] = scan(text, options);
  if (record === undefined) throw new Error('no record');
  return record.element;
}

/** The error's code and place, or `accepted`. */
export function verdict(text: string, options?: ScanOptions): string {
  try {
    scan(text, options);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    return `${error.code} ${error.place.line}:${error.place.column}`;
  }
}
