import { decodeText, type DecodeTextOptions } from '../decode-text.js';
import { refuseForeign } from '../foreign-input.js';
import type { Source } from '../source.js';
import type { JsonRecord } from './json-value.js';
import { JsonScanner, type JsonScannerOptions } from './scanner.js';

/** With `encoding`, `signal`, `onProgress` and `onEncoding` as for `decodeText`. */
export interface ReadJsonOptions extends DecodeTextOptions, Omit<JsonScannerOptions, 'isRecord'> {
  /**
   * Whether the value at a path (keys and indexes from the root) is a record: `([key, index]) => ...`. It is asked of
   * every value outside records, the whole document (`[]`) too. The array is the reader's own and changes later.
   */
  readonly records: JsonScannerOptions['isRecord'];
}

/**
 * Reads JSON in passing: yields the records, in arrays of those that one piece of the file completed. What stands
 * outside records is checked; its strings, numbers, booleans and nulls go to `onValue`. Memory is bounded by the
 * piece and the limits. A key that occurs twice is no error: outside records each is read, in a record the last
 * counts.
 *
 * With `lines` objects may follow each other (newline-delimited JSON), each with the path `[index]`; one array is
 * read as without.
 *
 * Throws `UnreadableInputError` with line and column: `json-malformed`, `json-truncated`, or what is over a limit;
 * what was yielded before must then not be kept. Also what `refuseForeign` and `decodeText` throw.
 */
export async function* readJsonRecords(
  source: Source,
  options: ReadJsonOptions,
): AsyncGenerator<JsonRecord[], void, undefined> {
  const { records, onValue, lines, limits, signal } = options;
  signal?.throwIfAborted();
  refuseForeign(await source.head());
  const scanner = new JsonScanner({ isRecord: records, onValue, lines, limits });
  let completed: JsonRecord[] = [];
  for await (const piece of decodeText(source, options)) {
    scanner.write(piece, completed);
    if (completed.length === 0) continue;
    yield completed;
    completed = [];
  }
  scanner.end(completed);
  if (completed.length > 0) yield completed;
}
