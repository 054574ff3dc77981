import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { openSource } from '../source-open.js';
import type { Source } from '../source.js';

/** A file that the parser under test must read without an `UnreadableInputError`. */
export interface ParserSample {
  /** Base name, as the source gives it to the parser. */
  readonly name: string;
  /** Content, or where it lies. */
  readonly bytes?: Uint8Array;
  readonly path?: string;
  /** Records that it must give at least; 1 when not given. */
  readonly minimumRecords?: number;
}

export interface LoadedSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly minimumRecords: number;
  readonly sha256: string;
}

export async function loadSample(sample: ParserSample): Promise<LoadedSample> {
  const { name, path, minimumRecords = 1 } = sample;
  const bytes = sample.bytes ?? (path === undefined ? undefined : await readFile(path));
  if (bytes === undefined) throw new TypeError(`The sample ${name} has neither bytes nor a path.`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: basename(name), bytes, minimumRecords, sha256 };
}

/** Bytes in chunks of a length. `closed` tells whether the reader ended or let go of it. */
export class ChunkStream implements AsyncIterable<Uint8Array> {
  closed = false;
  reads = 0;
  readonly #bytes: Uint8Array;
  readonly #length: number;
  readonly #onRead: ((reads: number) => void) | undefined;

  constructor(bytes: Uint8Array, length: number, onRead?: (reads: number) => void) {
    this.#bytes = bytes;
    this.#length = length;
    this.#onRead = onRead;
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    let at = 0;
    return {
      next: () => {
        this.#onRead?.(++this.reads);
        if (at >= this.#bytes.length) {
          this.closed = true;
          return Promise.resolve({ done: true, value: undefined });
        }
        const value = this.#bytes.subarray(at, at + this.#length);
        at += this.#length;
        return Promise.resolve({ done: false, value });
      },
      return: () => {
        this.closed = true;
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }
}

/** The same bytes by every way that a source can come. */
export const sourceKinds = {
  path: async (bytes: Uint8Array, name: string, use: (source: Source) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'rollbook-'));
    try {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await use(await openSource(path));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  buffer: async (bytes: Uint8Array, name: string, use: (source: Source) => Promise<void>) => {
    await use(await openSource(bytes, { name }));
  },
  'Node stream': async (bytes: Uint8Array, name: string, use: (source: Source) => Promise<void>) => {
    await use(await openSource(Readable.from(new ChunkStream(bytes, 1000), { objectMode: false }), { name }));
  },
  'web stream': async (bytes: Uint8Array, name: string, use: (source: Source) => Promise<void>) => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 777) controller.enqueue(bytes.slice(at, at + 777));
        controller.close();
      },
    });
    await use(await openSource(stream, { name }));
  },
  'stream of single bytes': async (
    bytes: Uint8Array,
    name: string,
    use: (source: Source) => Promise<void>,
  ) => {
    // A large sample would take minutes byte by byte, and odd lengths cut it as badly.
    const length = bytes.length <= 100_000 ? 1 : 61;
    await use(await openSource(new ChunkStream(bytes, length), { name }));
  },
} as const;
