import { Decoder, fitsUtf8, guessEncoding } from './encoding.js';
import { UnreadableInputError } from './errors.js';

interface ForeignKind {
  readonly message: string;
  readonly help: string;
}

/** What people and machines send instead of the export, by the code of the error that says so. */
const kinds = {
  'empty-file': {
    message: 'The file is empty.',
    help: 'The export failed, or found no pupils. Look at its log in the MIS and export again.',
  },
  'file-of-zeros': {
    message: 'The file holds nothing but zero bytes.',
    help: 'The disk or transfer failed while the file was written. Send it again.',
  },
  'zip-file': {
    message: 'The file is a ZIP archive, whatever its name says.',
    help: 'Unpack it and give the file inside.',
  },
  'xlsx-file': {
    message: 'The file is an Excel workbook (.xlsx), whatever its name says.',
    help: 'Give it to a parser for spreadsheets, or export the format that was asked for.',
  },
  'office-file': {
    message: 'The file is an Office document.',
    help: 'Send the export itself, not a document about it.',
  },
  'xls-file': {
    message: 'The file is an old Office document, such as an Excel workbook (.xls).',
    help: 'Save it as .xlsx or CSV, or export the format that was asked for.',
  },
  'pdf-file': { message: 'The file is a PDF.', help: 'Export the data as a file, not as a printed report.' },
  'gzip-file': { message: 'The file is compressed (gzip).', help: 'Unpack it and give the file inside.' },
  'archive-file': {
    message: 'The file is an archive (7z or RAR).',
    help: 'Unpack it and give the file inside.',
  },
  'image-file': { message: 'The file is a picture.', help: 'Send the export itself.' },
  'html-page': {
    message: 'The file is a web page.',
    help: 'A page for signing in, or an error page, was saved in place of the export. Fetch it again.',
  },
  'rtf-file': { message: 'The file is a text document (RTF).', help: 'Send the export itself.' },
  'binary-file': {
    message: 'The file is binary and of no kind that is known here.',
    help: 'Check that the right file was chosen. An encrypted file must be decrypted first.',
  },
} as const satisfies Record<string, ForeignKind>;

export type ForeignCode = keyof typeof kinds;

const magic: readonly (readonly [code: ForeignCode, bytes: string])[] = [
  ['xls-file', 'd0cf11e0a1b11ae1'],
  ['pdf-file', '25504446'],
  ['gzip-file', '1f8b'],
  ['archive-file', '377abcaf271c'],
  ['archive-file', '526172211a07'],
  ['image-file', '89504e47'],
  ['image-file', 'ffd8ff'],
  ['image-file', '47494638'],
  ['rtf-file', '7b5c727466'],
];

/** What the first bytes are, when they are certainly no text that a parser reads; decided by content alone. */
export function foreignInput(head: Uint8Array): ForeignCode | undefined {
  if (head.length === 0) return 'empty-file';
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.every((byte) => byte === 0)) return 'file-of-zeros';
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return kindOfZip(bytes);
  for (const [code, start] of magic) if (startsWith(bytes, start)) return code;
  const text = decodeHead(bytes);
  if (text.trim() === '') return 'empty-file';
  if (isHtml(text)) return 'html-page';
  return isBinary(text) ? 'binary-file' : undefined;
}

/** Throws what {@link foreignInput} found, as an `UnreadableInputError` of that code. */
export function refuseForeign(head: Uint8Array): void {
  const code = foreignInput(head);
  if (code === undefined) return;
  throw new UnreadableInputError(code, kinds[code].message, { help: kinds[code].help });
}

/** A head as text, whatever it holds: what is malformed becomes U+FFFD, an encoding not read here Windows-1252. */
export function decodeHead(head: Uint8Array): string {
  const guessed = guessEncoding(head);
  const bytes = head.subarray(guessed?.bom ?? 0);
  let encoding = guessed?.encoding ?? 'windows-1252';
  if (encoding === 'utf-8' && guessed?.bom === 0 && !fitsUtf8(bytes)) encoding = 'windows-1252';
  return new Decoder(encoding).decode(bytes, { tolerant: true });
}

function startsWith(bytes: Buffer, hex: string): boolean {
  const start = Buffer.from(hex, 'hex');
  return start.equals(bytes.subarray(0, start.length));
}

function kindOfZip(bytes: Buffer): ForeignCode {
  if (bytes.includes('xl/')) return 'xlsx-file';
  return bytes.includes('[Content_Types].xml') ? 'office-file' : 'zip-file';
}

function isHtml(text: string): boolean {
  const start = text.slice(0, 4096).replace(/^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '');
  return /^<(?:!doctype\s+html|html)[\s>]/i.test(start);
}

/** More than a stray control character in text: zeros, or many of the others. */
function isBinary(text: string): boolean {
  const length = Math.min(text.length, 8192);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) controls += 4;
    else if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) controls++;
  }
  return controls > 8 && controls > length / 50;
}
