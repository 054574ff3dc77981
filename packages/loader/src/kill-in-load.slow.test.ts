import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pupils, records, rejected } from './__fixtures__/versioned-items.js';
import { createLoader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import { all } from './testing/items.js';

const child = fileURLToPath(new URL('./__fixtures__/load-until-killed.ts', import.meta.url));
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

/** Starts loading, and kills the process `delay` ms after it has written a line that begins with `after`. */
async function loadAndKill(folder: string, after: string, delay: number): Promise<void> {
  const running = spawn(process.execPath, ['--import', 'tsx', child, folder], {
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  running.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    running.on('exit', (_, signal) => resolve(signal)),
  );
  const begun = new Promise<void>((resolve) => {
    running.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(after)) resolve();
    });
  });
  await Promise.race([begun, ended]);
  await sleep(delay);
  running.kill('SIGKILL');
  expect(await ended, errors).toBe('SIGKILL');
}

describe('a process killed in the middle of a load', () => {
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'rollbook-kill-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('leaves the state before that load or after it, whole', async () => {
    const folder = join(parent, 'store');
    await (await openPgliteStore(folder)).close();
    const seen: number[] = [];
    for (let round = 0; round < 10; round++) {
      await loadAndKill(folder, 'loading', Math.random() * 2500);
      const store = await openPgliteStore(folder);
      const loader = createLoader({ store });
      const ledger = await loader.ledger();
      const version = Number(ledger[0]?.file.version ?? 0);
      seen.push(version);
      for (const entry of ledger) {
        const { received, loaded, unchanged, quarantined } = entry;
        expect({ state: entry.state, received, unchanged, quarantined, loaded }).toEqual({
          state: 'loaded',
          received: records,
          unchanged: 0,
          quarantined: rejected,
          loaded: records - rejected,
        });
      }
      const names = new Set((await all(loader.records('pupil'))).map(({ record }) => record.surname));
      const comments = new Set(
        (await all(loader.records('attendance-mark'))).map(({ record }) => record.comment),
      );
      const expected = new Set(version === 0 ? [] : [`Version ${version}`]);
      expect({ names, comments }).toEqual({ names: expected, comments: expected });
      expect(await loader.count('pupil')).toBe(version === 0 ? 0 : pupils - 1);
      expect(await all(loader.quarantine())).toHaveLength(version === 0 ? 0 : rejected);
      await store.close();
    }
    // It was killed in the middle and not always at the start.
    expect(seen.at(-1)).toBeGreaterThan(0);
  });

  it('leaves a folder that opens, even when killed while it was made', async () => {
    for (const delay of [200, 1500, 3500]) {
      const folder = join(parent, `new-${delay}`);
      await loadAndKill(folder, 'opening', delay);
      const store = await openPgliteStore(folder);
      const result = await createLoader({ store }).ledger();
      expect(result.every(({ state }) => state === 'loaded')).toBe(true);
      await store.close();
    }
  });
});
