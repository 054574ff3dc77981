import { isAscii, isUtf8 } from 'node:buffer';
import { UnreadableInputError } from './errors.js';
import { declaredXmlEncoding } from './xml/declaration.js';

/** Encodings that files from schools come in. ISO-8859-1 is read as Windows-1252, as the web does. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, to be skipped. */
  readonly bom: number;
  /**
   * Why: a byte order mark, the file's own declaration, the pattern of zero bytes, or nothing but that the format
   * says so (`default`); `option` when the caller overrode it.
   */
  readonly by: 'bom' | 'declaration' | 'pattern' | 'default' | 'option';
  /** What an XML declaration names, in lower case, even when the bytes prove it wrong. */
  readonly declared?: string;
}

const labels: ReadonlyMap<string, Encoding | 'utf-16'> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16'],
  ['utf-16le', 'utf-16'],
  ['utf-16be', 'utf-16'],
  ['ucs-2', 'utf-16'],
  ['iso-10646-ucs-2', 'utf-16'],
  ['unicode', 'utf-16'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['latin-1', 'windows-1252'],
] as const);

/**
 * The encoding by a file's first bytes: byte order mark, then zero bytes where UTF-16 has them, then an XML
 * declaration, then UTF-8. A declaration of UTF-16 in a file of single bytes is ignored: .NET writes that when a
 * program saves a string as UTF-8. Throws `UnreadableInputError` `encoding-unsupported` for a declared encoding
 * that isn't read here. With `override` that encoding is taken whatever the file says.
 */
export function detectEncoding(head: Uint8Array, override?: Encoding): DetectedEncoding {
  if (override !== undefined) return withDeclared(head, override, bomLength(head, override), 'option');
  const guessed = guessEncoding(head);
  if (guessed !== undefined) return guessed;
  throw new UnreadableInputError(
    'encoding-unsupported',
    'The file declares an encoding that is not read here.',
    {
      place: { line: 1 },
      help: 'Export the file as UTF-8. UTF-8, UTF-16, Windows-1252 and ISO-8859-1 are read.',
    },
  );
}

/** As {@link detectEncoding}, but undefined for a declared encoding that isn't read here. */
export function guessEncoding(head: Uint8Array): DetectedEncoding | undefined {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    const bom = bomLength(head, encoding);
    if (bom > 0) return withDeclared(head, encoding, bom, 'bom');
  }
  const pattern = zeroPattern(head);
  if (pattern !== undefined) return withDeclared(head, pattern, 0, 'pattern');
  const found = withDeclared(head, 'utf-8', 0, 'default');
  if (found.declared === undefined) return found;
  const encoding = labels.get(found.declared);
  if (encoding === undefined) return undefined;
  return { ...found, encoding: encoding === 'utf-16' ? 'utf-8' : encoding, by: 'declaration' };
}

const marks: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  'windows-1252': [],
};

/** Bytes of the byte order mark of that encoding, if the head has it. */
function bomLength(head: Uint8Array, encoding: Encoding): number {
  const mark = marks[encoding];
  return mark.every((byte, i) => head[i] === byte) ? mark.length : 0;
}

function withDeclared(
  head: Uint8Array,
  encoding: Encoding,
  bom: number,
  by: DetectedEncoding['by'],
): DetectedEncoding {
  const start = head.subarray(bom, bom + (encoding.startsWith('utf-16') ? 1024 : 512));
  const declared = declaredXmlEncoding(new Decoder(encoding).decode(start, { tolerant: true }));
  return declared === undefined ? { encoding, bom, by } : { encoding, bom, by, declared };
}

/** UTF-16 without a mark: Latin text has a zero in every second byte, on one side. */
function zeroPattern(head: Uint8Array): Encoding | undefined {
  const length = Math.min(head.length, 512) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd >= pairs * 0.6 && even === 0) return 'utf-16le';
  if (even >= pairs * 0.6 && odd === 0) return 'utf-16be';
  return undefined;
}

/** Bytes that aren't of the encoding. `valid` is the text before them, from the call that met them. */
export class MalformedTextError extends Error {
  override readonly name = 'MalformedTextError';
  readonly valid: string;

  constructor(valid: string) {
    super('Bytes that are not of the encoding.');
    this.valid = valid;
  }
}

/** Bytes to text, chunk by chunk; a character cut by the end of a chunk waits for the next. */
export class Decoder {
  readonly encoding: Encoding;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.encoding = encoding;
  }

  /** Throws {@link MalformedTextError}, unless `tolerant`: then U+FFFD stands for what is malformed. */
  decode(chunk: Uint8Array, options: { tolerant?: boolean } = {}): string {
    const tolerant = options.tolerant === true;
    const rest = this.#rest;
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (rest.length > 0) bytes = Buffer.concat([rest, bytes]);
    switch (this.encoding) {
      case 'windows-1252':
        return decodeWindows1252(bytes);
      case 'utf-8':
        return this.#utf8(bytes, tolerant);
      default:
        return this.#utf16(bytes, tolerant);
    }
  }

  /** Whether the chunks so far end in the middle of a character. */
  get isInsideCharacter(): boolean {
    return this.#rest.length > 0;
  }

  #utf8(bytes: Buffer, tolerant: boolean): string {
    if (isAscii(bytes)) {
      this.#rest = bytes.subarray(bytes.length);
      return bytes.toString('latin1');
    }
    const end = bytes.length - cutUtf8(bytes);
    this.#rest = Uint8Array.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    if (!tolerant && !isUtf8(whole))
      throw new MalformedTextError(whole.toString('utf8', 0, validUtf8Length(whole)));
    return whole.toString('utf8');
  }

  #utf16(bytes: Buffer, tolerant: boolean): string {
    let end = bytes.length & ~1;
    const little = this.encoding === 'utf-16le';
    // A high surrogate at the end waits for its other half.
    const high = end === 0 ? 0 : (bytes[end - (little ? 1 : 2)] ?? 0);
    if (high >= 0xd8 && high <= 0xdb) end -= 2;
    this.#rest = Uint8Array.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    const text = (little ? whole : Buffer.from(whole).swap16()).toString('utf16le');
    const lone = tolerant ? -1 : findLoneSurrogate(text);
    if (lone !== -1) throw new MalformedTextError(text.slice(0, lone));
    return text;
  }
}

/** Whether bytes are UTF-8, apart from a character that their end cuts. */
export function fitsUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes.subarray(0, bytes.length - cutUtf8(bytes)));
}

/** Bytes of an incomplete character at the end, from 0 to 3. */
export function cutUtf8(bytes: Uint8Array): number {
  const length = bytes.length;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Length of the longest valid beginning, by halving. */
function validUtf8Length(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - cutUtf8(part)))) low = middle;
    else high = middle - 1;
  }
  return low - cutUtf8(bytes.subarray(0, low));
}

function findLoneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i++;
  }
  return -1;
}

/** 0x80 to 0x9F of Windows-1252; the five unassigned bytes keep their number, as the web has it. */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(
    /[\x80-\x9f]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character,
  );
}
