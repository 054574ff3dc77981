import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnreadableInputError } from './errors.js';
import type { Source, SourceDigest } from './source.js';

/** What `openSource` takes. A string is a path (or a `file:` URL), never the content itself. */
export type SourceInput =
  string | URL | Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Source;

export interface OpenSourceOptions {
  /** Name to show for a buffer or stream; only its last part is kept. */
  readonly name?: string;
}

/** Bytes read at a time, and the longest chunk that any source yields. */
export const chunkSize = 256 * 1024;
const defaultHead = 65_536;

/**
 * A {@link Source} for a path, `file:` URL, buffer, Node stream, web stream or any async iterable of bytes; a
 * source is given back as it is. A path is opened at once, and the directory it stands in is never shown: a name
 * is the base name only. Throws `UnreadableInputError` with the codes `file-not-found`, `file-is-directory`,
 * `file-not-permitted` or `file-unreadable`.
 */
export async function openSource(input: SourceInput, options: OpenSourceOptions = {}): Promise<Source> {
  if (typeof input === 'string' || input instanceof URL) return openPath(input, options);
  if (input instanceof Uint8Array) return new BufferSource(input, cleanName(options.name));
  if (isSource(input)) return input;
  return new StreamSource(toIterable(input), cleanName(options.name));
}

function isSource(input: object): input is Source {
  return 'digest' in input && 'head' in input && 'stream' in input && typeof input.stream === 'function';
}

function toIterable(
  input: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
): AsyncIterable<Uint8Array> {
  if (Symbol.asyncIterator in input) return input;
  if (typeof (input as { getReader?: unknown } | null)?.getReader === 'function') return readWebStream(input);
  throw new TypeError('A source is a path, a Uint8Array, a stream, or an async iterable of Uint8Array.');
}

/** For web streams of runtimes and polyfills that can't be iterated. */
async function* readWebStream(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  let done = false;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!done) await reader.cancel();
    reader.releaseLock();
  }
}

function cleanName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const last = name.split(/[\\/]/).pop();
  return last === '' ? undefined : last;
}

async function openPath(path: string | URL, options: OpenSourceOptions): Promise<Source> {
  const file = path instanceof URL || path.startsWith('file:') ? fileURLToPath(path) : path;
  const name = cleanName(options.name) ?? basename(file);
  const handle = await openFile(file, name);
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw fileError('EISDIR', name);
    // A pipe or device has bytes to give, but only once.
    if (!stat.isFile())
      return new StreamSource(
        readFile(() => openFile(file, name), name),
        name,
      );
    return new PathSource(file, name, stat.size);
  } finally {
    await handle.close();
  }
}

async function openFile(file: string, name: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw fileError(codeOf(error), name);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** The cause is left out, since its message holds the whole path. */
function fileError(code: string, name: string): UnreadableInputError {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UnreadableInputError('file-not-found', `There is no file ${name}.`, {
        help: 'Check the path, and that the file has arrived.',
      });
    case 'EISDIR':
      return new UnreadableInputError('file-is-directory', `${name} is a folder.`, {
        help: 'Name a file in it.',
      });
    case 'EACCES':
    case 'EPERM':
      return new UnreadableInputError('file-not-permitted', `${name} may not be read.`, {
        help: 'Give the user that runs this the right to read the file.',
      });
    default:
      return new UnreadableInputError('file-unreadable', `${name} can't be read (${code}).`, {
        help: 'Check the disk or share that the file lies on, and try again.',
      });
  }
}

async function* readFile(
  openHandle: () => Promise<FileHandle>,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const handle = await openHandle();
  let pending: Promise<{ bytesRead: number; buffer: Buffer }> | undefined;
  const readNext = () => handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, null);
  try {
    pending = readNext();
    for (;;) {
      const { bytesRead, buffer } = await pending;
      pending = undefined;
      if (bytesRead === 0) return;
      // The disk works while the consumer does.
      pending = readNext();
      // A failure is met at the next `await`; until then it must not count as unhandled.
      pending.catch(() => undefined);
      yield bytesRead === chunkSize ? buffer : buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    if (error instanceof UnreadableInputError) throw error;
    throw fileError(codeOf(error), name);
  } finally {
    await pending?.catch(() => undefined);
    await handle.close();
  }
}

/** What the three kinds share: the digest computed as bytes go by. */
abstract class DigestingSource implements Source {
  readonly name?: string;
  abstract readonly size: number | null;
  abstract readonly repeatable: boolean;
  #digest: SourceDigest | undefined;

  constructor(name: string | undefined) {
    if (name !== undefined) this.name = name;
  }

  get knownDigest(): SourceDigest | undefined {
    return this.#digest;
  }

  abstract head(limit?: number): Promise<Uint8Array>;
  abstract stream(): AsyncIterable<Uint8Array>;
  abstract digest(): Promise<SourceDigest>;

  protected async *digesting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      if (!(chunk instanceof Uint8Array)) {
        throw new TypeError(
          'A stream to read from yields Uint8Array; one of Node with an encoding set yields strings.',
        );
      }
      for (let from = 0; from < chunk.length; from += chunkSize) {
        const piece = chunk.length <= chunkSize ? chunk : chunk.subarray(from, from + chunkSize);
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    }
    this.#digest ??= { sha256: hash.digest('hex'), size };
  }

  protected async readToEnd(): Promise<SourceDigest> {
    const iterator = this.stream()[Symbol.asyncIterator]();
    while ((await iterator.next()).done !== true);
    if (this.#digest === undefined) throw new Error('The source ended without a digest.');
    return this.#digest;
  }
}

class PathSource extends DigestingSource {
  readonly repeatable = true;
  readonly size: number;
  readonly #file: string;
  readonly #name: string;

  constructor(file: string, name: string, size: number) {
    super(name);
    this.#file = file;
    this.#name = name;
    this.size = size;
  }

  async head(limit = defaultHead): Promise<Uint8Array> {
    const handle = await openFile(this.#file, this.#name);
    try {
      const bytes = Buffer.alloc(Math.min(limit, this.size));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } catch (error) {
      throw fileError(codeOf(error), this.#name);
    } finally {
      await handle.close();
    }
  }

  stream(): AsyncIterable<Uint8Array> {
    return this.digesting(readFile(() => openFile(this.#file, this.#name), this.#name));
  }

  async digest(): Promise<SourceDigest> {
    return this.knownDigest ?? (await this.readToEnd());
  }
}

class BufferSource extends DigestingSource {
  readonly repeatable = true;
  readonly size: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, name: string | undefined) {
    super(name);
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  head(limit = defaultHead): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.subarray(0, limit));
  }

  stream(): AsyncIterable<Uint8Array> {
    return this.digesting(once(this.#bytes));
  }

  async digest(): Promise<SourceDigest> {
    return this.knownDigest ?? (await this.readToEnd());
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- it stands where streams do
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

class StreamSource extends DigestingSource {
  readonly repeatable = false;
  readonly size = null;
  readonly #iterator: AsyncIterator<Uint8Array>;
  /** Chunks that `head` has taken and `stream` still owes. */
  readonly #peeked: Uint8Array[] = [];
  #ended = false;
  #started = false;

  constructor(bytes: AsyncIterable<Uint8Array>, name: string | undefined) {
    super(name);
    this.#iterator = bytes[Symbol.asyncIterator]();
  }

  async head(limit = defaultHead): Promise<Uint8Array> {
    if (this.#started) throw new Error('The head of a stream is gone once the stream is being read.');
    let length = this.#peeked.reduce((sum, chunk) => sum + chunk.length, 0);
    while (length < limit && !this.#ended) {
      const next = await this.#iterator.next();
      if (next.done === true) this.#ended = true;
      else {
        // Kept across awaits, while the producer may use its buffer again.
        const chunk = Uint8Array.from(next.value);
        this.#peeked.push(chunk);
        length += chunk.length;
      }
    }
    return Buffer.concat(this.#peeked, length).subarray(0, limit);
  }

  stream(): AsyncIterable<Uint8Array> {
    if (this.#started) throw new Error('A stream can be read only once.');
    this.#started = true;
    return this.digesting(this.#all());
  }

  digest(): Promise<SourceDigest> {
    return this.knownDigest === undefined
      ? Promise.reject(new Error('The digest of a stream is known after its last byte was read.'))
      : Promise.resolve(this.knownDigest);
  }

  async *#all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (let chunk = this.#peeked.shift(); chunk !== undefined; chunk = this.#peeked.shift()) yield chunk;
      while (!this.#ended) {
        const next = await this.#iterator.next();
        if (next.done === true) this.#ended = true;
        else yield next.value;
      }
    } finally {
      if (!this.#ended) await this.#iterator.return?.();
    }
  }
}
