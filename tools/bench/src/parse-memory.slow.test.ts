import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticCtf } from '@rollbook/synthetic';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runWorker } from './run-worker.js';

const PUPILS = 100_000;
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-memory-'));
  path = join(folder, 'ctf.xml');
  await writeSyntheticCtf(path, { seed: 2026, pupils: PUPILS });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('parses a file of 100,000 pupils within 250 MB of memory', async () => {
  const { bytes, pupils, peakBytes } = await runWorker('parse', path);
  expect(bytes).toBeGreaterThan(400e6);
  expect(pupils).toBe(PUPILS);
  expect(peakBytes).toBeLessThan(250e6);
});
