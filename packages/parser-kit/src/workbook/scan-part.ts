import { decodeChunks } from '../decode-text.js';
import { detectEncoding } from '../encoding.js';
import { inPart } from './workbook-errors.js';
import { XmlEvents, type XmlHandler } from './xml-events.js';
import type { ZipPart } from './zip-archive.js';

export interface ScanOptions {
  /** What the part is, for errors: `the styles`. */
  readonly label: string;
  readonly signal?: AbortSignal | undefined;
  readonly onPacked?: ((bytes: number) => void) | undefined;
}

/**
 * Characters between two chances to take what was collected. A row of 35 characters may stand for 16,384 cells, so
 * that steps must be short to bound what a hostile sheet makes of one.
 */
const stepLength = 4 * 1024;

/**
 * Tells a handler what stands in an XML part, piece by piece: it yields after each, so that the caller can take
 * what the handler has collected. Errors name the part.
 */
export async function* scanPieces(
  part: ZipPart,
  handler: XmlHandler,
  options: ScanOptions,
): AsyncGenerator<undefined, void, undefined> {
  const { label, signal, onPacked } = options;
  const bytes = part.bytes(onPacked);
  try {
    signal?.throwIfAborted();
    const scanner = new XmlEvents(handler);
    const first = await bytes.next();
    const head = first.done === true ? new Uint8Array(0) : first.value;
    const placeOfEnd = () => scanner.endPlace();
    const pieces = decodeChunks(chain(head, bytes), detectEncoding(head), { signal, placeOfEnd });
    for await (const piece of pieces) {
      for (let from = 0; from < piece.length; from += stepLength) {
        scanner.write(piece.length <= stepLength ? piece : piece.slice(from, from + stepLength));
        yield undefined;
      }
    }
    scanner.end();
  } catch (error) {
    throw inPart(label, error);
  } finally {
    await bytes.return();
  }
}

/** As {@link scanPieces}, for a part whose content the handler keeps. */
export async function scanPart(part: ZipPart, handler: XmlHandler, options: ScanOptions): Promise<void> {
  const pieces = scanPieces(part, handler, options);
  while ((await pieces.next()).done !== true);
}

async function* chain(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (head.length > 0) yield head;
  yield* rest;
}
