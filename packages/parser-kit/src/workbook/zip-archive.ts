import { fromBuffer } from 'yauzl';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { UnreadableInputError } from '../errors.js';
import { ratioCountsFrom, type WorkbookLimits } from './limits.js';
import { damaged, tooLarge, workbookError } from './workbook-errors.js';

/** What is used of yauzl 3; its published types describe version 2. */
interface YauzlEntry {
  readonly fileName: string;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly compressionMethod: number;
  readonly crc32: number;
  isEncrypted(): boolean;
}
interface YauzlFile {
  readonly entryCount: number;
  eachEntry(): AsyncIterable<YauzlEntry>;
  readLocalFileHeader(
    entry: YauzlEntry,
    options: { minimal: true },
    callback: (error: Error | null, header?: { fileDataStart: number }) => void,
  ): void;
}

const stored = 0;
const deflated = 8;
/** Bytes unpacked at a time. */
const unpackedChunk = 64 * 1024;

/** One file of the archive. */
export interface ZipPart {
  /** Bytes, packed. */
  readonly packedSize: number;
  /** Bytes, unpacked, as the archive's directory says; more than that is never given. */
  readonly size: number;
  /**
   * The bytes, unpacked in passing; length and CRC are checked at the end. `onPacked` hears how many packed bytes
   * are used up. May be called several times.
   */
  bytes(onPacked?: (bytes: number) => void): AsyncGenerator<Uint8Array, void, undefined>;
}

/**
 * The parts of a ZIP archive by name. Names serve to find a part and never as a path. As OPC has it (ECMA-376-2,
 * 6.2.2.3) they are compared without regard to case, and none may stand twice: two readers could take a different
 * one each.
 */
export class ZipArchive {
  readonly #parts: ReadonlyMap<string, ZipPart>;

  private constructor(parts: ReadonlyMap<string, ZipPart>) {
    this.#parts = parts;
  }

  /** Throws `workbook-damaged`, `workbook-encrypted` or `workbook-too-large`. */
  static async open(archive: Buffer, limits: WorkbookLimits): Promise<ZipArchive> {
    try {
      return new ZipArchive(await readDirectory(archive, limits));
    } catch (error) {
      if (error instanceof UnreadableInputError) throw error;
      if (error instanceof Error && error.message.includes('strong encryption')) throw encrypted();
      // yauzl's messages name entries, so they go no further.
      throw damaged("its archive (ZIP) can't be read, so the file is likely cut short");
    }
  }

  part(name: string): ZipPart | undefined {
    return this.#parts.get(name.toLowerCase());
  }

  /** Names in lower case. */
  names(): Iterable<string> {
    return this.#parts.keys();
  }
}

function encrypted(): UnreadableInputError {
  return workbookError('workbook-encrypted', 'The workbook is encrypted.');
}

async function readDirectory(archive: Buffer, limits: WorkbookLimits): Promise<Map<string, ZipPart>> {
  const file = await openDirectory(archive);
  if (file.entryCount > limits.entries) throw tooLarge(`it has more than ${limits.entries} parts`);
  const parts = new Map<string, ZipPart>();
  let total = 0;
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) throw encrypted();
    total += entry.uncompressedSize;
    if (total > limits.uncompressedBytes) {
      throw tooLarge(`its parts take more than ${limits.uncompressedBytes} bytes when unpacked`);
    }
    if (
      entry.uncompressedSize > ratioCountsFrom &&
      entry.uncompressedSize > entry.compressedSize * limits.ratio
    ) {
      throw tooLarge(`a part grows to more than ${limits.ratio} times its size when unpacked`);
    }
    const name = entry.fileName.toLowerCase();
    if (parts.has(name)) throw damaged('a part stands twice in its archive');
    parts.set(name, new Part(archive, file, entry));
  }
  return parts;
}

function openDirectory(archive: Buffer): Promise<YauzlFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, file) => {
      if (error === null) resolve(file as unknown as YauzlFile);
      else reject(error);
    });
  });
}

class Part implements ZipPart {
  readonly packedSize: number;
  readonly size: number;
  readonly #archive: Buffer;
  readonly #file: YauzlFile;
  readonly #entry: YauzlEntry;

  constructor(archive: Buffer, file: YauzlFile, entry: YauzlEntry) {
    this.packedSize = entry.compressedSize;
    this.size = entry.uncompressedSize;
    this.#archive = archive;
    this.#file = file;
    this.#entry = entry;
  }

  async *bytes(onPacked?: (bytes: number) => void): AsyncGenerator<Uint8Array, void, undefined> {
    const packed = await this.#packed();
    let length = 0;
    let crc = 0;
    for await (const chunk of this.#unpack(packed, onPacked)) {
      length += chunk.length;
      if (length > this.size) throw damaged('a part is longer than its archive says');
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (length !== this.size) throw damaged('a part is shorter than its archive says');
    if (crc !== this.#entry.crc32) throw damaged('the checksum of a part is wrong');
    onPacked?.(packed.length);
  }

  async #packed(): Promise<Buffer> {
    const start = await new Promise<number>((resolve, reject) => {
      this.#file.readLocalFileHeader(this.#entry, { minimal: true }, (error, header) => {
        if (header === undefined) reject(damaged('a part is not where its archive says', error));
        else resolve(header.fileDataStart);
      });
    });
    const end = start + this.packedSize;
    if (end > this.#archive.length) throw damaged('a part is cut short');
    return this.#archive.subarray(start, end);
  }

  async *#unpack(
    packed: Buffer,
    onPacked: ((bytes: number) => void) | undefined,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    switch (this.#entry.compressionMethod) {
      case stored:
        for (let from = 0; from < packed.length; from += unpackedChunk) {
          yield packed.subarray(from, from + unpackedChunk);
          onPacked?.(Math.min(from + unpackedChunk, packed.length));
        }
        return;
      case deflated: {
        const inflate = createInflateRaw({ chunkSize: unpackedChunk });
        inflate.end(packed);
        try {
          for await (const chunk of inflate as AsyncIterable<Buffer>) {
            yield chunk;
            onPacked?.(Math.min(inflate.bytesWritten, packed.length));
          }
        } catch (error) {
          if (isZlibError(error)) throw damaged("a part of its archive can't be unpacked", error);
          throw error;
        }
        return;
      }
      default:
        throw damaged('a part is packed by a method that workbooks do not use');
    }
  }
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error && 'errno' in error && typeof error.errno === 'number' && isZlibCode(error.errno)
  );
}

function isZlibCode(errno: number): boolean {
  return errno <= constants.Z_ERRNO && errno >= constants.Z_VERSION_ERROR;
}
