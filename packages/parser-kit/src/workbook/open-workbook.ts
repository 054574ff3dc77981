import { refuseForeign } from '../foreign-input.js';
import type { Source } from '../source.js';
import type { RowBatch } from '../table/row-batch.js';
import { defaultWorkbookLimits, type WorkbookLimits } from './limits.js';
import { openOds } from './ods.js';
import { WorkbookProgress } from './progress.js';
import { tooLarge, workbookError } from './workbook-errors.js';
import type { Workbook, WorkbookContent } from './workbook.js';
import { findMainPart, openXlsx, refuseOtherOffice } from './xlsx.js';
import { ZipArchive } from './zip-archive.js';

export interface OpenWorkbookOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes of the file are read: while rows are read, and its size when all is or on `close`. */
  readonly onProgress?: ((bytesRead: number) => void) | undefined;
  readonly limits?: Partial<WorkbookLimits> | undefined;
}

/**
 * Opens an .xlsx (also .xlsm) or .ods, whatever its name. The file is held in memory as it is, packed; sheets are
 * unpacked and read in passing. Throws `UnreadableInputError`: `workbook-damaged`, `workbook-too-large`,
 * `workbook-encrypted`, `xls-file`, `xlsb-file`, `numbers-file`, `office-file`, `zip-file`, `not-a-workbook`, the
 * codes of other files by their content (`pdf-file` ...), or those of the XML reader.
 */
export async function openWorkbook(source: Source, options: OpenWorkbookOptions = {}): Promise<Workbook> {
  const { signal, onProgress } = options;
  const limits = { ...defaultWorkbookLimits, ...options.limits };
  signal?.throwIfAborted();
  const bytes = await readWhole(source, limits.compressedBytes, signal);
  refuseOthers(bytes);
  const archive = await ZipArchive.open(bytes, limits);
  const content = await openContent({ archive, limits, signal });
  return new OpenWorkbook(content, bytes.length, onProgress);
}

async function readWhole(source: Source, limit: number, signal: AbortSignal | undefined): Promise<Buffer> {
  const tooLong = () => tooLarge(`the file has more than ${limit} bytes`);
  if (source.size !== null && source.size > limit) throw tooLong();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted();
    length += chunk.length;
    if (length > limit) throw tooLong();
    // Copied, since the producer may use its buffer again.
    chunks.push(Uint8Array.from(chunk));
  }
  signal?.throwIfAborted();
  return Buffer.concat(chunks, length);
}

const signatures = ['504b0304', '504b0506', '504b0708'].map((hex) => Buffer.from(hex, 'hex'));
const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Name of the stream in which an encrypted .xlsx lies, in an OLE file ([MS-OFFCRYPTO] 2.3.4.4). */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

function refuseOthers(bytes: Buffer): void {
  const start = bytes.subarray(0, 8);
  if (signatures.some((signature) => signature.equals(start.subarray(0, 4)))) return;
  if (start.equals(oleSignature)) {
    if (bytes.includes(encryptedStream)) {
      throw workbookError('workbook-encrypted', 'The workbook is protected by a password.');
    }
    throw workbookError(
      'xls-file',
      'The file is an old Excel workbook (.xls) or another old Office document.',
    );
  }
  refuseForeign(bytes.subarray(0, 65_536));
  throw workbookError('not-a-workbook', 'The file is no workbook.');
}

interface Reading {
  readonly archive: ZipArchive;
  readonly limits: WorkbookLimits;
  readonly signal: AbortSignal | undefined;
}

async function openContent(reading: Reading): Promise<WorkbookContent> {
  const { archive } = reading;
  const mimetype = await readMimetype(archive);
  if (mimetype !== undefined) {
    if (mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return openOds(reading);
    throw workbookError('office-file', 'The file is an OpenDocument or e-book file, but no spreadsheet.');
  }
  const main = await findMainPart(reading);
  if (main !== undefined) {
    refuseOtherOffice(main);
    return openXlsx(reading, main);
  }
  if (archive.part('content.xml') !== undefined) return openOds(reading);
  for (const name of archive.names()) {
    if (name.endsWith('.iwa') || name === 'index.zip') {
      throw workbookError('numbers-file', 'The file is a document of Numbers or another Apple program.');
    }
  }
  if (archive.part('[Content_Types].xml') !== undefined) {
    throw workbookError('office-file', 'The file is an Office document, but no workbook.');
  }
  throw workbookError('zip-file', 'The file is a ZIP archive, but no workbook.');
}

/** ODF's statement of what the file is, its first part. */
async function readMimetype(archive: ZipArchive): Promise<string | undefined> {
  const part = archive.part('mimetype');
  if (part === undefined || part.size > 256) return undefined;
  let text = '';
  for await (const chunk of part.bytes()) text += Buffer.from(chunk).toString('latin1');
  return text.trim();
}

class OpenWorkbook implements Workbook {
  readonly format: Workbook['format'];
  readonly dates1904: boolean;
  readonly sheets: Workbook['sheets'];
  #content: WorkbookContent | undefined;
  readonly #progress: WorkbookProgress;
  readonly #unread: Set<number>;
  /** Some sheet was not read to its end. */
  #broken = false;

  constructor(content: WorkbookContent, size: number, onProgress: ((bytes: number) => void) | undefined) {
    this.format = content.format;
    this.dates1904 = content.dates1904;
    this.sheets = content.sheets.map(({ name, hidden }, index) => ({ name, hidden, index }));
    this.#content = content;
    const sizes = this.sheets.map(({ index }) => content.packedSize(index));
    this.#progress = new WorkbookProgress(size, sizes, onProgress);
    this.#unread = new Set(this.sheets.keys());
  }

  async *rows(index: number): AsyncGenerator<RowBatch, void, undefined> {
    const content = this.#content;
    if (content === undefined) throw new Error('The workbook is closed.');
    if (this.sheets[index] === undefined) throw new RangeError(`The workbook has no sheet ${index}.`);
    let ended = false;
    try {
      yield* content.rows(index, (bytes) => this.#progress.advance(index, bytes));
      ended = true;
    } finally {
      if (!ended) this.#broken = true;
    }
    this.#progress.advance(index, content.packedSize(index));
    this.#unread.delete(index);
    if (this.#unread.size === 0) this.#progress.finish();
  }

  close(): void {
    if (this.#content === undefined) return;
    this.#content = undefined;
    if (!this.#broken) this.#progress.finish();
  }
}
