import { describe, expect, it } from 'vitest';
import { createLoader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { batchesOf, fileFacts, mark, pupil } from './testing/items.js';
import { findTestDatabase } from './testing.js';

const database = await findTestDatabase('the speed of a repeated file on PostgreSQL');

function* items() {
  for (let i = 0; i < 5000; i++) {
    const one = pupil(String(i));
    yield one;
    for (let day = 1; day <= 9; day++) yield mark(one, `2026-09-0${day}`);
  }
}

async function expectQuickRepeat(store: Store): Promise<void> {
  const loader = createLoader({ store });
  const load = () => loader.load(batchesOf(items()), { file: fileFacts('a') });
  const first = await load();
  const again = await load();
  expect([first, again]).toMatchObject([
    { loaded: 50_000, skipped: false },
    { unchanged: 50_000, skipped: true, repeatOf: first.loadId },
  ]);
  expect(first.seconds / again.seconds).toBeGreaterThan(20);
}

describe('the same file again', { timeout: 150_000 }, () => {
  it('takes a twentieth of the time at most, in a PGlite store', async () => {
    const store = await openPgliteStore('memory://');
    await expectQuickRepeat(store);
    await store.close();
  });

  it.skipIf(database === undefined)('takes a twentieth of the time at most, on PostgreSQL', async () => {
    await database!.create();
    const store = await openPostgresStore({ connectionString: database!.connectionString });
    try {
      await expectQuickRepeat(store);
    } finally {
      await store.close();
      await database!.drop();
    }
  });
});
