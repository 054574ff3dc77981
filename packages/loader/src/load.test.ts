import type { CanonicalRecord } from '@rollbook/model';
import { UnreadableInputError, type Batch, type Parser, type Source } from '@rollbook/parser-kit';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadProgress } from './load-result.js';
import { createLoader, type Loader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import type { Store } from './store.js';
import { all, issueAbout, pupil } from './testing/items.js';

/** A file of UPNs, one a line. */
function sourceOf(text: string, repeatable = true): Source {
  const bytes = Buffer.from(text);
  const digest = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  let known: typeof digest | undefined;
  return {
    name: 'upns.txt',
    size: bytes.length,
    repeatable,
    head: () => Promise.resolve(bytes),
    async *stream() {
      yield await Promise.resolve(bytes);
      known = digest;
    },
    digest() {
      if (!repeatable && !known) return Promise.reject(new Error('not read yet'));
      return Promise.resolve((known = digest));
    },
    get knownDigest() {
      return known;
    },
  };
}

const parse = vi.fn<Parser['parse']>(async function* (source, options): AsyncGenerator<Batch> {
  const file = {
    name: 'upns.txt',
    sha256: null,
    size: null,
    supplier: 'lines',
    format: 'upns',
    version: '2',
  };
  for await (const chunk of source.stream()) {
    options?.onProgress?.(chunk.length);
    for (const upn of Buffer.from(chunk).toString().trim().split('\n')) {
      if (upn === '?') throw new UnreadableInputError('upns-odd', 'Odd.', { help: 'Mend it.' });
      yield [pupil(upn, { provenance: { file, place: { line: 1 } } })];
    }
  }
});
const parser: Parser = {
  id: 'upns',
  supplier: 'lines',
  title: 'UPNs',
  detect: () => undefined,
  parse: (source, options) => parse(source, options),
};

describe('load of a file with its parser', { timeout: 60_000 }, () => {
  let store: Store;
  let loader: Loader;
  beforeAll(async () => {
    store = await openPgliteStore('memory://');
  }, 60_000);
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.transaction((session) => session.run('DROP SCHEMA IF EXISTS rollbook CASCADE'));
    loader = createLoader({ store });
    parse.mockClear();
  });

  it('knows the file without being told, and tells how far it is', async () => {
    const progress: LoadProgress[] = [];
    const source = sourceOf('A1\nB1\n');
    const result = await loader.load({ source, parser }, { onProgress: (now) => progress.push(now) });
    expect(result.file).toEqual({
      name: 'upns.txt',
      ...(await source.digest()),
      supplier: 'lines',
      format: 'upns',
      version: '2',
    });
    expect(progress).toMatchObject([
      { phase: 'read', received: 1, bytesRead: 6, bytes: 6 },
      { phase: 'read', received: 2 },
      { phase: 'merge', received: 2, issues: 0 },
    ]);
    const [stored] = await all(loader.records('pupil'));
    expect(stored?.record.provenance.file).toEqual(result.file);
  });

  it('does not parse a file that was loaded before', async () => {
    const first = await loader.load({ source: sourceOf('A1\nB1\n'), parser });
    const again = await loader.load({ source: sourceOf('A1\nB1\n'), parser });
    expect(parse).toHaveBeenCalledTimes(1);
    expect(again).toMatchObject({
      skipped: true,
      repeatOf: first.loadId,
      received: 2,
      loaded: 0,
      unchanged: 2,
      file: first.file,
    });
    await loader.load({ source: sourceOf('A1\nC1\n'), parser });
    expect(parse).toHaveBeenCalledTimes(2);
  });

  it('finds a repeat at the end where a stream can only be read once', async () => {
    const first = await loader.load({ source: sourceOf('A1\n', false), parser });
    const again = await loader.load({ source: sourceOf('A1\n', false), parser });
    expect(again).toMatchObject({ skipped: false, repeatOf: first.loadId, loaded: 0, unchanged: 1 });
  });

  it('lets batches go through something on the way', async () => {
    async function* through(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
      for await (const batch of batches) {
        yield [...batch, ...batch.map((item) => issueAbout(item as CanonicalRecord))];
      }
    }
    const result = await loader.load({ source: sourceOf('A1\n'), parser, through });
    expect(result).toMatchObject({ quarantined: 1, issues: { error: 1 } });
  });

  it('says in the ledger which file it was that failed', async () => {
    const source = sourceOf('A1\n?\n');
    await expect(loader.load({ source, parser })).rejects.toMatchObject({ code: 'upns-odd' });
    expect(await loader.ledger()).toMatchObject([
      {
        state: 'failed',
        failure: { code: 'upns-odd' },
        file: { ...(await source.digest()), format: 'upns' },
      },
    ]);
    expect(await loader.count('pupil')).toBe(0);
  });
});
