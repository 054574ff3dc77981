import { isAscii, isUtf8 } from 'node:buffer';
import {
  Decoder,
  MalformedTextError,
  detectEncoding,
  cutUtf8,
  type DetectedEncoding,
  type Encoding,
} from './encoding.js';
import { UnreadableInputError } from './errors.js';
import type { Source } from './source.js';

export interface DecodeTextOptions {
  readonly encoding?: Encoding | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the bytes read so far, once a chunk. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  /** Called when the encoding is known: before the first text, or at the first byte beyond ASCII. */
  readonly onEncoding?: ((detected: DetectedEncoding) => void) | undefined;
}

/**
 * The text of a source that declares no encoding (delimited files), in pieces cut anywhere. A byte order mark or
 * the zero bytes of UTF-16 decide; else it is UTF-8, or Windows-1252 when the first piece that goes beyond ASCII
 * isn't UTF-8. Throws `UnreadableInputError` `encoding-mismatch`, with the line, for bytes that come later and
 * don't fit.
 */
export async function* decodeText(
  source: Source,
  options: DecodeTextOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { encoding, signal, onProgress, onEncoding } = options;
  signal?.throwIfAborted();
  const detected = detectEncoding(await source.head(), encoding);
  const undecided = detected.by === 'default' || detected.by === 'declaration';
  if (!undecided) onEncoding?.(detected);
  const decide = undecided ? { onEncoding } : undefined;
  let line = 1;
  const pieces = decodeChunks(source.stream(), detected, {
    signal,
    onProgress,
    decide,
    placeOfEnd: () => ({ line }),
  });
  for await (const piece of pieces) {
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) line++;
    yield piece;
  }
}

export interface DecodeChunksOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  /** Line and column behind all pieces that were yielded. */
  readonly placeOfEnd: () => { line: number; column?: number };
  /** Leaves UTF-8 or Windows-1252 to the first chunk that goes beyond ASCII. */
  readonly decide?: { onEncoding: ((detected: DetectedEncoding) => void) | undefined } | undefined;
}

/** Shorter chunks are joined, since every piece has a cost of its own. */
const shortestPiece = 16 * 1024;
/**
 * Longer ones are cut: a string of more than 128 KB goes to V8's space for large objects, where making it was
 * measured to take ten times as long. A character may take two bytes.
 */
const longestPiece = 48 * 1024;

/** Chunks to text by a known encoding. A character that the end of the file cuts short becomes U+FFFD. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  detected: DetectedEncoding,
  options: DecodeChunksOptions,
): AsyncGenerator<string, void, undefined> {
  const { signal, onProgress, placeOfEnd } = options;
  let decide = options.decide;
  let decoder = new Decoder(detected.encoding);
  let skip = detected.bom;
  let bytesRead = 0;
  let held: Uint8Array = new Uint8Array(0);

  const settle = (encoding: Encoding): void => {
    if (decide === undefined) return;
    if (encoding !== decoder.encoding) decoder = new Decoder(encoding);
    decide.onEncoding?.({ ...detected, encoding });
    decide = undefined;
  };
  for await (const whole of evenOut(chunks)) {
    signal?.throwIfAborted();
    bytesRead += whole.length;
    onProgress?.(bytesRead);
    let chunk = skip === 0 ? whole : whole.subarray(skip);
    skip -= whole.length - chunk.length;
    if (decide !== undefined) {
      if (held.length > 0) chunk = Buffer.concat([held, chunk]);
      const cut = cutUtf8(chunk);
      const start = chunk.subarray(0, chunk.length - cut);
      if (!isAscii(start)) settle(isUtf8(start) ? 'utf-8' : 'windows-1252');
      else {
        // Nothing but the last bytes could be beyond ASCII, and what they are depends on those that follow.
        held = Uint8Array.from(chunk.subarray(start.length));
        chunk = start;
      }
    }
    let piece: string;
    try {
      piece = decoder.decode(chunk);
    } catch (error) {
      if (!(error instanceof MalformedTextError)) throw error;
      // What stands before may hold an earlier fault.
      if (error.valid !== '') yield error.valid;
      throw encodingMismatch(detected, placeOfEnd());
    }
    if (piece !== '') yield piece;
  }
  signal?.throwIfAborted();
  const undecided = decide !== undefined;
  settle(held.length > 0 ? 'windows-1252' : 'utf-8');
  if (undecided && held.length > 0) yield decoder.decode(held);
  if (decoder.isInsideCharacter) yield '\ufffd';
}

async function* evenOut(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let whole = chunk;
    if (length > 0 || chunk.length < shortestPiece) {
      // Copied, since the producer may use its buffer again.
      waiting.push(Uint8Array.from(chunk));
      length += chunk.length;
      if (length < shortestPiece) continue;
      whole = Buffer.concat(waiting, length);
      waiting = [];
      length = 0;
    }
    for (let from = 0; from < whole.length; from += longestPiece) {
      yield whole.subarray(from, from + longestPiece);
    }
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}

function encodingMismatch(
  detected: DetectedEncoding,
  place: { line: number; column?: number },
): UnreadableInputError {
  const names = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    'windows-1252': 'Windows-1252',
  };
  const name = names[detected.encoding];
  const says = detected.by === 'declaration' ? 'is declared as' : 'is read as';
  return new UnreadableInputError(
    'encoding-mismatch',
    `Line ${place.line}: the file ${says} ${name}, but holds bytes that are not ${name}.`,
    {
      place,
      help:
        detected.encoding === 'utf-8'
          ? 'Most likely it was saved as Windows-1252. Save or export it as UTF-8, or read it with the encoding windows-1252.'
          : 'The file is damaged, or of another encoding. Export it again.',
    },
  );
}
