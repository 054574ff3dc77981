import { detectEncoding, type DetectedEncoding, type Encoding } from '../encoding.js';
import { decodeChunks } from '../decode-text.js';
import { refuseForeign } from '../foreign-input.js';
import type { Source } from '../source.js';
import type { XmlRecord, XmlRoot } from './element.js';
import type { XmlLimits } from './limits.js';
import { matchPaths, type RecordMatcher } from './record-matcher.js';
import { XmlScanner } from './scanner.js';

export interface ReadXmlOptions {
  /**
   * Which elements are records: paths of local names from the root (`CTFile/CTFpupilData/Pupil`, `*` for any one
   * name), or a function of the names, root first. A record inside a record is part of the outer one.
   */
  readonly records: readonly string[] | RecordMatcher;
  readonly limits?: Partial<XmlLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes read so far, once a chunk. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  /** Overrides what the file says of itself, such as `windows-1252` for a file that wrongly declares UTF-8. */
  readonly encoding?: Encoding | undefined;
  readonly onEncoding?: ((detected: DetectedEncoding) => void) | undefined;
  /** Called with the root's start tag, before any record. */
  readonly onRoot?: ((root: XmlRoot) => void) | undefined;
  /**
   * Passes over a DOCTYPE that defines nothing itself, and is called with its place; without it a file that has one is
   * refused. What it names is never read. For formats whose public files have one.
   */
  readonly onDoctype?: ((place: { line: number; column: number }) => void) | undefined;
  /**
   * Takes an "&" that begins no reference for itself, and is called with the line of the text that it is in; without it
   * such a file is refused. What looks like a reference (`&name;`) is refused all the same when nobody knows it.
   */
  readonly onBareAmpersand?: ((place: { line: number }) => void) | undefined;
}

/**
 * Reads XML in passing: yields the records, in arrays of those that one chunk of the file completed, each with all
 * its content, path and line. What stands outside records is checked and skipped. Memory is bounded by the chunk
 * and the limits. Texts are copies, not slices: they may be kept.
 *
 * Throws `UnreadableInputError` for what isn't well-formed XML 1.0, is cut short, has a DOCTYPE, is over a limit or
 * not of its encoding, each with line and column; what was yielded before must then not be kept.
 */
export async function* readXmlRecords(
  source: Source,
  options: ReadXmlOptions,
): AsyncGenerator<readonly XmlRecord[], void, undefined> {
  const { records, limits, signal, onProgress, onEncoding, onRoot, onDoctype, onBareAmpersand } = options;
  signal?.throwIfAborted();
  const head = await source.head();
  refuseForeign(head);
  const detected = detectEncoding(head, options.encoding);
  onEncoding?.(detected);
  const isRecord = typeof records === 'function' ? records : matchPaths(records);
  const scanner = new XmlScanner({ isRecord, limits, onRoot, onDoctype, onBareAmpersand });
  const text = decodeChunks(source.stream(), detected, {
    signal,
    onProgress,
    placeOfEnd: () => scanner.endPlace(),
  });
  for await (const piece of text) {
    const completed: XmlRecord[] = [];
    scanner.write(piece, completed);
    if (completed.length > 0) yield completed;
  }
  const rest: XmlRecord[] = [];
  scanner.end(rest);
  if (rest.length > 0) yield rest;
}
