import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLoader, type Loader } from './loader.js';
import { lockSchools } from './locks.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { abandon } from './testing/abandon.js';
import { batchesOf, fileFacts, pupil } from './testing/items.js';
import { findTestDatabase } from './testing.js';

const database = await findTestDatabase('loads at the same time');
const [here, there] = ['8569999', '8569998'];
const many = Array.from({ length: 201 }, (_, i) => String(8_560_000 + i));

/** Holds the locks of schools in a transaction of its own until it is told to let go. */
async function hold(store: Store, schools: readonly string[]): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  let locked = (): void => undefined;
  const held = new Promise<void>((resolve) => (locked = resolve));
  const ended = store.transaction(async (session) => {
    await lockSchools(session, schools);
    locked();
    await released;
  });
  await held;
  return () => {
    letGo();
    return ended;
  };
}

describe.skipIf(database === undefined)('loads at the same time', { timeout: 30_000 }, () => {
  let store: Store;
  let other: Store;
  let loader: Loader;
  let elsewhere: Loader;
  beforeAll(async () => {
    await database!.create();
    const connectionString = database!.connectionString;
    store = await openPostgresStore({ connectionString, maxConnections: 4 });
    other = await openPostgresStore({ connectionString, maxConnections: 4 });
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await other.close();
    await database!.drop();
  }, 60_000);
  beforeEach(async () => {
    await store.transaction((session) =>
      session.run('DROP SCHEMA IF EXISTS rollbook, rollbook_stage CASCADE'),
    );
    loader = createLoader({ store });
    elsewhere = createLoader({ store: other });
    await loader.ledger();
  });

  /** Waits until so many loads stand before their merge. */
  async function untilMatched(count: number): Promise<void> {
    for (;;) {
      const ledger = await loader.ledger();
      if (ledger.filter(({ state }) => state === 'matched').length === count) return;
      await sleep(5);
    }
  }

  it('of two schools run side by side', async () => {
    const letGo = await hold(store, [here]);
    const waiting = loader.load(batchesOf([pupil('A1')]));
    await untilMatched(1);
    const passing = await elsewhere.load(batchesOf([pupil('B1', { school: there })]));
    expect(passing).toMatchObject({ loaded: 1, school: there });
    expect((await loader.ledger()).map(({ state }) => state)).toEqual(['merged', 'matched']);
    expect(await loader.count('pupil')).toBe(1);
    await letGo();
    const waited = await waiting;
    expect(waited).toMatchObject({ loaded: 1, school: here });
    const order = await store.read<{ load_id: string }>(
      'SELECT load_id FROM rollbook.file_load ORDER BY merged_order',
    );
    expect(order.map((row) => Number(row.load_id))).toEqual([passing.loadId, waited.loadId]);
  });

  it('of one school are merged in turn, whatever process they run in', async () => {
    const letGo = await hold(store, [here]);
    const file = [pupil('A1'), pupil('B1', { school: there })];
    const both = [loader, elsewhere].map((one) => one.load(batchesOf(file), { file: fileFacts('a') }));
    await untilMatched(2);
    await letGo();
    const results = (await Promise.all(both)).sort((a, b) => b.loaded - a.loaded);
    // The second finds under the locks what the first loaded meanwhile.
    expect(results).toMatchObject([
      { loaded: 2, unchanged: 0, repeatOf: null },
      { loaded: 0, unchanged: 2, repeatOf: results[0]!.loadId, skipped: false },
    ]);
  });

  it('wait for a file of many schools, and it waits for them', async () => {
    const letGo = await hold(store, [...many, there]);
    const one = loader.load(batchesOf([pupil('A1')]));
    await untilMatched(1);
    expect((await loader.ledger()).map(({ state }) => state)).toEqual(['matched']);
    await letGo();
    expect(await one).toMatchObject({ loaded: 1 });

    const letHere = await hold(store, [here]);
    const all = loader.load(batchesOf(many.map((school, i) => pupil(`M${i}`, { school }))));
    await untilMatched(1);
    await letHere();
    expect(await all).toMatchObject({ loaded: 201, school: null });
  });

  it('that live in another process are not taken for abandoned, and those that died are', async () => {
    const letGo = await hold(store, [here]);
    const living = loader.load(batchesOf([pupil('A1')]));
    await untilMatched(1);
    const abandoned = await abandon(store, [pupil('B1', { school: there })]);
    expect(await elsewhere.resume()).toMatchObject([{ loadId: abandoned, state: 'merged' }]);
    await letGo();
    expect(await living).toMatchObject({ loaded: 1 });
  });

  it('are taken up when the connection that claimed them is gone, and then end with an error', async () => {
    const lost = await openPostgresStore({
      connectionString: database!.connectionString,
      applicationName: 'lost',
    });
    const letGo = await hold(store, [here]);
    const losing = createLoader({ store: lost }).load(batchesOf([pupil('A1')]));
    await untilMatched(1);
    await store.read(
      `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
       WHERE a.application_name = 'lost' AND l.locktype = 'advisory' AND l.classid = 1819238756`,
    );
    await sleep(50);
    const taken = elsewhere.resume();
    await sleep(50);
    await letGo();
    const [failed, [entry]] = await Promise.all([losing.catch((error: unknown) => error), taken]);
    // One of the two finishes it, and the other finds it finished.
    expect(await loader.count('pupil')).toBe(1);
    expect(await loader.ledger()).toMatchObject([{ state: 'merged', loaded: 1 }]);
    if (failed instanceof Error) expect(failed).toMatchObject({ code: 'interrupted' });
    expect(entry === undefined || entry.state === 'merged').toBe(true);
    await lost.close();
  });
});
