import { UnreadableInputError } from './errors.js';
import { decodeHead, foreignInput, refuseForeign } from './foreign-input.js';
import type { Detection, Head, Parser } from './parser.js';
import type { Source } from './source.js';

/** The first bytes of a source and their text, for `detect`; a stream keeps them for its reader. */
export async function readHead(source: Source): Promise<Head> {
  return makeHead(await source.head(), source.name);
}

/** A {@link Head} of bytes in hand. */
export function makeHead(bytes: Uint8Array, name?: string): Head {
  const text = foreignInput(bytes) === undefined ? decodeHead(bytes) : '';
  return name === undefined ? { bytes, text } : { bytes, text, name };
}

export interface DetectedParser<P extends Parser = Parser> extends Detection {
  readonly parser: P;
}

/**
 * The parsers that take the file for theirs, the surest first; parsers of equal confidence keep their order. Never
 * empty: throws `UnreadableInputError` when none does, with the code of what the file is instead (`empty-file`,
 * `zip-file`, `html-page` and so on), or `format-unknown`.
 */
export async function detectParsers<P extends Parser>(
  input: Source | Head,
  parsers: readonly P[],
): Promise<DetectedParser<P>[]> {
  const head = 'bytes' in input ? input : await readHead(input);
  const found: DetectedParser<P>[] = [];
  for (const parser of parsers) {
    const detection = parser.detect(head);
    if (detection !== undefined && detection.confidence > 0) found.push({ ...detection, parser });
  }
  if (found.length > 0) return found.sort((a, b) => b.confidence - a.confidence);
  refuseForeign(head.bytes);
  throw new UnreadableInputError('format-unknown', 'No parser knows the format of the file.', {
    help: `Known formats: ${parsers.map((parser) => parser.id).join(', ')}. Check that the right file was chosen, or name its format.`,
  });
}

/** The first of {@link detectParsers}. */
export async function detectParser<P extends Parser>(
  input: Source | Head,
  parsers: readonly P[],
): Promise<DetectedParser<P>> {
  const [first] = await detectParsers(input, parsers);
  if (first === undefined) throw new Error('detectParsers gave nothing.');
  return first;
}
