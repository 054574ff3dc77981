import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import { batchesOf, pupil } from './testing/items.js';
import { describeStore } from './testing.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeStore('PGlite in memory', () => openPgliteStore('memory://'));
describeStore('PGlite in a folder', () => openPgliteStore(join(folder, 'suite')));

describe('openPgliteStore', { timeout: 60_000 }, () => {
  it('makes a folder, and finds in it later what was loaded', async () => {
    const path = join(folder, 'new', 'store');
    const first = await openPgliteStore(path);
    await createLoader({ store: first }).load(batchesOf([pupil('A1')]));
    await first.close();
    await first.close();
    await expect(first.read('SELECT 1')).rejects.toMatchObject({ code: 'store-closed' });

    const second = await openPgliteStore(path);
    expect(await createLoader({ store: second }).count('pupil')).toBe(1);
    await expect(openPgliteStore(path)).rejects.toMatchObject({ code: 'store-locked' });
    await second.close();
    expect(await readdir(join(folder, 'new'))).toEqual(['store']);
  });

  it('makes nothing in a folder with other things in it', async () => {
    const path = await mkdtemp(join(folder, 'other-'));
    await writeFile(join(path, 'letter.txt'), 'Dear');
    await expect(openPgliteStore(path)).rejects.toMatchObject({ code: 'not-a-store' });
    await expect(openPgliteStore(join(path, 'letter.txt'))).rejects.toMatchObject({ code: 'not-a-store' });
    expect(await readdir(path)).toEqual(['letter.txt']);
  });
});
