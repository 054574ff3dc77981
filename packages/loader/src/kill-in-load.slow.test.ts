import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pupils, records, rejected, settings } from './__fixtures__/versioned-items.js';
import { createLoader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { all } from './testing/items.js';
import { findTestDatabase } from './testing.js';

const child = fileURLToPath(new URL('./__fixtures__/load-until-killed.ts', import.meta.url));
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
const database = await findTestDatabase('kills of processes that load into PostgreSQL');

/** Kills of each store; `ROLLBOOK_KILLS=200` for the long run. */
const KILLS = Number(process.env.ROLLBOOK_KILLS ?? 6);

/** A process that loads, as its output tells how far it is. */
class Loading {
  private output = '';
  private errors = '';
  private readonly running: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<NodeJS.Signals | null>;

  constructor(where: string) {
    this.running = spawn(process.execPath, ['--import', 'tsx', child, where], {
      env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    });
    this.running.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.running.stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((resolve) => this.running.on('exit', (_, signal) => resolve(signal)));
  }

  async hasSaid(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match;
      const news = new Promise((resolve) => this.running.stdout.once('data', resolve));
      if ((await Promise.race([news, this.ended.then(() => 'ended')])) === 'ended') {
        throw new Error(`The process ended: ${this.errors}`);
      }
    }
  }

  async begin(): Promise<void> {
    await this.hasSaid(/ready\n/);
    this.running.stdin.write('go\n');
  }

  async kill(): Promise<void> {
    this.running.kill('SIGKILL');
    expect(await this.ended, this.errors).toBe('SIGKILL');
  }
}

/** Numbers from 0 to 1, the same in every run, of which any few lie evenly. */
function spread(round: number): number {
  return (0.5 + round * 0.618034) % 1;
}

/** Nothing lost, nothing twice, nothing of two versions: the store is as the last merged load left it. */
async function expectWhole(store: Store): Promise<number> {
  const loader = createLoader({ store, settings });
  const ledger = await loader.ledger({ limit: 1000 });
  for (const { state, received, loaded, unchanged, quarantined, failure } of ledger) {
    if (state === 'failed')
      expect({ received, failure }).toMatchObject({ received: 0, failure: { code: 'interrupted' } });
    else {
      expect({ state, received, unchanged, quarantined, loaded }).toEqual({
        state: 'merged',
        received: records,
        unchanged: 0,
        quarantined: rejected,
        loaded: records - rejected,
      });
    }
  }
  const version = Math.max(
    0,
    ...ledger.map(({ state, file }) => (state === 'merged' ? Number(file.version) : 0)),
  );
  // Each version once, with none left out.
  expect(ledger.filter(({ state }) => state === 'merged')).toHaveLength(version);
  const names = new Set((await all(loader.records('pupil'))).map(({ record }) => record.surname));
  const comments = new Set(
    (await all(loader.records('attendance-mark'))).map(({ record }) => record.comment),
  );
  const expected = new Set(version === 0 ? [] : [`Version ${version}`]);
  expect({ names, comments }).toEqual({ names: expected, comments: expected });
  const some = version === 0 ? 0 : 1;
  expect(await loader.count('pupil')).toBe(some * (pupils - 1));
  expect(await loader.count('attendance-mark')).toBe(some * (records - rejected - pupils + 1));
  expect(await all(loader.quarantine())).toHaveLength(some * rejected);
  // Each pupil has one person, whose name is that of the version; the one in quarantine has none, nor waits for one.
  const [matched] = await store.read<{ links: number; persons: number; queued: number }>(
    `SELECT (SELECT count(*)::int FROM rollbook.person_link) AS links,
       (SELECT count(*)::int FROM rollbook.person) AS persons,
       (SELECT count(*)::int FROM rollbook.unmatched) AS queued`,
  );
  expect(matched).toEqual({ links: some * (pupils - 1), persons: some * (pupils - 1), queued: 0 });
  const held = await store.read<{ surname: string; persons: number }>(
    `SELECT value #>> '{}' AS surname, count(*)::int AS persons FROM rollbook.person_held
     WHERE item = 'surname' GROUP BY 1`,
  );
  expect(held).toEqual(version === 0 ? [] : [{ surname: `Version ${version}`, persons: pupils - 1 }]);
  expect(await loader.verifyAudit()).toMatchObject({ ok: true });
  const stages = await store.read(
    `SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('rollbook_stage') AND relkind = 'r'`,
  );
  expect(stages).toEqual([]);
  return version;
}

/** Kills loads at moments spread over the whole of a load, and looks each time what a process after it finds. */
async function killMany(
  where: string,
  open: () => Promise<Store>,
): Promise<{ found: Record<string, number>; seconds: number }> {
  const found: Record<string, number> = {};
  let version = 0;
  // How long a load takes here, by the first that is let through.
  const measured = new Loading(where);
  await measured.begin();
  const duration = Number((await measured.hasSaid(/loaded (\d+)\n/))[1]);
  await measured.kill();
  let next = new Loading(where);
  const started = performance.now();
  for (let round = 0; round < KILLS; round++) {
    const loading = next;
    await loading.begin();
    await loading.hasSaid(/loading \d+\n/);
    // Beyond its end too: then the load after it is hit.
    await sleep(spread(round) * duration * 1.5);
    await loading.kill();
    // It starts while we look.
    next = new Loading(where);
    const store = await open();
    try {
      const loader = createLoader({ store, settings });
      const [newest] = await loader.ledger({ limit: 1 });
      if (newest) found[newest.state] = (found[newest.state] ?? 0) + 1;
      await loader.resume();
      version = await expectWhole(store);
    } finally {
      await store.close();
    }
  }
  // What so many kills left behind is in nobody's way.
  const before = version;
  await next.begin();
  await next.hasSaid(/loaded \d+\n/);
  await next.kill();
  const store = await open();
  try {
    await createLoader({ store, settings }).resume();
    version = await expectWhole(store);
  } finally {
    await store.close();
  }
  expect(version).toBeGreaterThan(before);
  return { found, seconds: (performance.now() - started) / 1000 };
}

describe('a process killed in the middle of a load', { timeout: 60_000 + KILLS * 10_000 }, () => {
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'rollbook-kill-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('leaves the state before that load or after it, whole, in a folder', async () => {
    const folder = join(parent, 'store');
    await (await openPgliteStore(folder)).close();
    const { found, seconds } = await killMany(folder, () => openPgliteStore(folder));
    console.log(`PGlite: ${KILLS} kills, ${seconds.toFixed(0)} s, found ${JSON.stringify(found)}`);
    // It was killed in the middle and not always at the start.
    expect(Object.keys(found).length).toBeGreaterThan(1);
  });

  it.skipIf(database === undefined)(
    'leaves the state before that load or after it, whole, on a server',
    async () => {
      await database!.create();
      try {
        const open = (): Promise<Store> =>
          openPostgresStore({ connectionString: database!.connectionString, maxConnections: 3 });
        const { found, seconds } = await killMany(database!.connectionString, open);
        console.log(`PostgreSQL: ${KILLS} kills, ${seconds.toFixed(0)} s, found ${JSON.stringify(found)}`);
        expect(Object.keys(found).length).toBeGreaterThan(1);
      } finally {
        await database!.drop();
      }
    },
  );

  it('leaves a folder that opens, even when killed while it was made', async () => {
    for (const delay of [200, 1500, 3500]) {
      const folder = join(parent, `new-${delay}`);
      const loading = new Loading(folder);
      await loading.begin();
      await loading.hasSaid(/opening\n/);
      await sleep(delay);
      await loading.kill();
      const store = await openPgliteStore(folder);
      await createLoader({ store, settings }).resume();
      await expectWhole(store);
      await store.close();
    }
  });
});
