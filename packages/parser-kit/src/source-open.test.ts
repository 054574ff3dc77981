import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnreadableInputError } from './errors.js';
import { chunkSize, openSource } from './source-open.js';
import type { Source } from './source.js';
import { ChunkStream, sourceKinds } from './testing/sample.js';
import { randomBytes } from './testing/hostile.js';

const bytes = randomBytes(chunkSize * 2 + 12_345, 1);
const sha256 = createHash('sha256').update(bytes).digest('hex');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-source-'));
  await writeFile(join(folder, 'file.bin'), bytes);
  await writeFile(join(folder, 'empty'), '');
  await mkdir(join(folder, 'folder'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(source: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.each(Object.entries(sourceKinds))('a source from a %s', (kind, open) => {
  const small = bytes.subarray(0, 9_000);
  const hash = createHash('sha256').update(small).digest('hex');

  it('gives head, bytes, digest and size', async () => {
    await open(small, 'export.xml', async (source) => {
      expect(source.name).toBe('export.xml');
      expect(source.repeatable).toBe(kind === 'path' || kind === 'buffer');
      expect(source.size).toBe(source.repeatable ? small.length : null);
      expect(Buffer.from(await source.head(2_500)).equals(small.subarray(0, 2_500))).toBe(true);
      expect(Buffer.from(await source.head()).equals(small)).toBe(true);
      expect((await source.head(10)).length).toBe(10);
      expect(source.knownDigest).toBeUndefined();
      expect((await readAll(source)).equals(small)).toBe(true);
      expect(source.knownDigest).toEqual({ sha256: hash, size: small.length });
      expect(await source.digest()).toEqual({ sha256: hash, size: small.length });
    });
  });

  it('can be read again only when it says so', async () => {
    await open(small, 'x', async (source) => {
      await readAll(source);
      if (source.repeatable) {
        expect((await readAll(source)).equals(small)).toBe(true);
        expect((await source.head()).length).toBe(small.length);
      } else {
        expect(() => source.stream()).toThrow('only once');
        await expect(source.head()).rejects.toThrow('head of a stream');
      }
    });
  });

  it('knows its digest before it was read, when repeatable', async () => {
    await open(small, 'x', async (source) => {
      if (source.repeatable) expect((await source.digest()).sha256).toBe(hash);
      else await expect(source.digest()).rejects.toThrow('after its last byte');
    });
  });
});

describe('openSource', () => {
  it('reads a large file by path and by URL, in chunks of at most 256 KB', async () => {
    for (const path of [
      join(folder, 'file.bin'),
      pathToFileURL(join(folder, 'file.bin')),
      pathToFileURL(join(folder, 'file.bin')).href,
    ]) {
      const source = await openSource(path);
      const lengths: number[] = [];
      for await (const chunk of source.stream()) lengths.push(chunk.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(chunkSize);
      expect(await source.digest()).toEqual({ sha256, size: bytes.length });
    }
  });

  it('cuts a large buffer into chunks', async () => {
    const source = await openSource(bytes);
    for await (const chunk of source.stream()) expect(chunk.length).toBeLessThanOrEqual(chunkSize);
    expect((await source.digest()).sha256).toBe(sha256);
    expect(source.name).toBeUndefined();
  });

  it('keeps the base name only', async () => {
    expect((await openSource(join(folder, 'file.bin'))).name).toBe('file.bin');
    expect((await openSource(bytes, { name: 'C:\\Users\\ann\\export.xml' })).name).toBe('export.xml');
    expect((await openSource(bytes, { name: '/home/ann/export.xml' })).name).toBe('export.xml');
  });

  it('gives a source back as it is', async () => {
    const source = await openSource(bytes);
    expect(await openSource(source)).toBe(source);
  });

  it.each([
    ['nowhere.xml', 'file-not-found'],
    ['file.bin/x', 'file-not-found'],
    ['folder', 'file-is-directory'],
  ])('refuses %s as %s, without showing the path', async (name, code) => {
    const error: unknown = await openSource(join(folder, name)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableInputError);
    expect(error).toMatchObject({ code });
    const { message, help, stack, cause } = error as UnreadableInputError;
    expect([message, help, stack, cause].join('\n')).not.toContain(folder);
  });

  it('refuses a file that goes away before it is read', async () => {
    const path = join(folder, 'brief');
    await writeFile(path, 'x');
    const source = await openSource(path);
    await rm(path);
    await expect(readAll(source)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(source.head()).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('reads an empty file', async () => {
    const source = await openSource(join(folder, 'empty'));
    expect((await source.head()).length).toBe(0);
    expect((await readAll(source)).length).toBe(0);
    expect((await source.digest()).size).toBe(0);
  });

  it('lets go of a stream that is left early', async () => {
    const chunks = new ChunkStream(bytes, 1_000);
    const source = await openSource(chunks);
    await source.head(2_000);
    for await (const chunk of source.stream()) {
      expect(chunk.length).toBe(1_000);
      break;
    }
    expect(chunks.closed).toBe(true);
    await expect(source.digest()).rejects.toThrow();

    const node = Readable.from([Buffer.from('a'), Buffer.from('b')]);
    for await (const chunk of (await openSource(node)).stream()) {
      expect(chunk.length).toBe(1);
      break;
    }
    expect(node.destroyed).toBe(true);
  });

  it('hands on the failure of a stream', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('connection reset'));
      },
    });
    const source = await openSource(broken);
    await expect(readAll(source)).rejects.toThrow('connection reset');
  });

  it('reads a web stream that has a reader only', async () => {
    let cancelled = false;
    const chunks = [bytes.subarray(0, 10), bytes.subarray(10, 30)];
    const stream = () =>
      ({
        getReader: () => ({
          read: () => {
            const value = chunks.shift();
            return Promise.resolve(value === undefined ? { done: true } : { done: false, value });
          },
          cancel: () => {
            cancelled = true;
            return Promise.resolve();
          },
          releaseLock: () => undefined,
        }),
      }) as unknown as ReadableStream<Uint8Array>;
    for await (const chunk of (await openSource(stream())).stream()) {
      expect(chunk.length).toBe(10);
      break;
    }
    expect(cancelled).toBe(true);
    expect((await readAll(await openSource(stream()))).equals(bytes.subarray(10, 30))).toBe(true);
  });

  it('refuses what is no source, and streams of strings', async () => {
    await expect(openSource(5 as unknown as string)).rejects.toThrow(TypeError);
    await expect(openSource({} as unknown as string)).rejects.toThrow(TypeError);
    const strings = Readable.from(['text'], { encoding: 'utf8' });
    await expect(readAll(await openSource(strings))).rejects.toThrow('encoding set');
  });
});
