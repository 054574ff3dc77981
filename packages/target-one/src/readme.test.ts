import { createLoader, openPgliteStore } from '@rollbook/loader';
import type { Batch } from '@rollbook/parser-kit';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { sendSchool } from './__fixtures__/readme-example.js';
import { makePupil, makeTarget, textOf } from './pupils/make-pupil.test-support.js';

// eslint-disable-next-line @typescript-eslint/require-await
async function* batches(...some: Batch[]): AsyncGenerator<Batch> {
  yield* some;
}

afterEach(() => vi.restoreAllMocks());

it('the example of the README is the one that runs here', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('./__fixtures__/readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(example);
});

it('previews what ONE has, and writes the file', { timeout: 60_000 }, async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const store = await openPgliteStore('memory://');
  try {
    const { pupil } = makeTarget(makePupil());
    await createLoader({ store }).load(batches([pupil]));
    const { name, file } = await sendSchool(store, '8562001', [makeTarget(pupil)]);
    expect(name).toBe('8562001_CTF_856LLLL_001.xml');
    expect(await textOf(file)).toContain('<Surname>Lowe</Surname>');
    expect(log.mock.calls[0]?.[0]).toMatchObject([
      { school: '8562001', pupils: 1, outcomes: { matched: 1 } },
    ]);
    expect(log.mock.calls[0]?.[1]).toBe('8562001: nothing to correct.\n');
  } finally {
    await store.close();
  }
});
