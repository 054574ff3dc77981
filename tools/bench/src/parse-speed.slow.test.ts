import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticCtf } from '@rollbook/synthetic';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { benchFile } from './bench.js';

const PUPILS = 20_000;
const SEED = 2026;
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-speed-'));
  path = join(folder, 'ctf.xml');
  await writeSyntheticCtf(path, { seed: SEED, pupils: PUPILS });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('parses a file of 20,000 pupils to canonical records at least 4 times as fast as fast-xml-parser reads it', async () => {
  const { results } = await benchFile(
    { path, pupils: PUPILS, seed: SEED },
    { pupils: [PUPILS], repeats: 3, only: ['parse', 'fast-xml-parser'], wholeDocumentLimit: PUPILS },
    () => undefined,
  );
  expect(results.parse!.records).toBeGreaterThan(10 * PUPILS);
  // The best of each, since other work on the machine only ever makes a run slower
  const ratio = results['fast-xml-parser']!.seconds.best / results.parse!.seconds.best;
  expect(ratio).toBeGreaterThanOrEqual(4);
});
