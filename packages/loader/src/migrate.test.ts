import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { load } from './load.js';
import { createLoader } from './loader.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';
import { openPgliteStore } from './open-pglite-store.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { findTestDatabase } from './testing.js';
import { everything } from './testing/context.js';
import { all, batchesOf, fileFacts, issueAbout, mark, pupil } from './testing/items.js';

const database = await findTestDatabase('upgrades of a PostgreSQL store');

const ada = pupil('A1');
const there = pupil('A1', { school: '8569998' });
const ben = pupil('B1', { forename: 'Ben' });
const items = [
  ...[ada, mark(ada, '2026-09-01'), mark(ada, '2026-09-02', 'I')],
  ...[there, mark(there, '2026-09-01', '/', { school: '8569998' })],
  ...[ben, issueAbout(ben)],
];

/** Columns, constraints and indexes, as text. */
async function schemaOf(store: Store): Promise<string[]> {
  const rows = await store.read<{ part: string }>(
    `SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name) AS part
     FROM information_schema.columns WHERE table_schema = 'rollbook'
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'rollbook'
     UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'rollbook'::regnamespace
     ORDER BY 1`,
  );
  return rows.map(({ part }) => part);
}

function describeMigrations(name: string, openStore: () => Promise<Store>): void {
  describe(`migrations on ${name}`, { timeout: 120_000 }, () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore();
    }, 120_000);
    afterAll(() => store.close());
    beforeEach(() => store.transaction((session) => session.run('DROP SCHEMA IF EXISTS rollbook CASCADE')));

    it.each(migrations.slice(0, -1).map(({ id }, i) => [id, i + 1] as const))(
      'bring a store that ended with %s up to date, with all that was loaded',
      async (_, count) => {
        await migrate(store, migrations.slice(0, count));
        const first = await load(store, batchesOf(items), { file: fileFacts('a') });
        expect(first).toMatchObject({ received: 6, loaded: 5, quarantined: 1 });
        const before = await everything(store);

        const loader = createLoader({ store });
        expect(await loader.ledger()).toMatchObject([{ loadId: first.loadId, loaded: 5, quarantined: 1 }]);
        expect(await everything(store)).toEqual(before);
        expect(await store.read('SELECT id FROM rollbook.schema_migration ORDER BY id')).toEqual(
          migrations.map(({ id }) => ({ id })),
        );
        const upgraded = await schemaOf(store);

        const people = (await all(loader.people({ by: 'upn' }))).flat();
        expect(people.map(({ pupils }) => pupils.map((one) => one.of('attendance-mark').length))).toEqual([
          [1, 2],
        ]);
        const again = await loader.load(batchesOf(items), { file: fileFacts('a'), again: true });
        expect(again).toMatchObject({ loaded: 0, unchanged: 5, quarantined: 1, repeatOf: first.loadId });

        await store.transaction((session) => session.run('DROP SCHEMA rollbook CASCADE'));
        await migrate(store);
        expect(upgraded).toEqual(await schemaOf(store));
      },
    );

    it('can be applied again, and refuse a store where one was edited since', async () => {
      await migrate(store);
      await migrate(store);
      for (const edited of migrations) {
        const others = migrations.map((one) => (one === edited ? { ...one, sql: 'SELECT 1' } : one));
        await expect(migrate(store, others)).rejects.toMatchObject({
          code: 'schema-mismatch',
          message: `The store's migration ${edited.id} isn't the one of this version.`,
        });
      }
    });

    it('keep nothing of one that fails', async () => {
      await migrate(store);
      const broken = { id: '9999-broken', sql: 'CREATE TABLE rollbook.half (a int); SELECT nonsense' };
      await expect(migrate(store, [...migrations, broken])).rejects.toMatchObject({ code: 'store-failed' });
      expect(await store.read(`SELECT to_regclass('rollbook.half')::text AS half`)).toEqual([{ half: null }]);
      await migrate(store);
    });
  });
}

describe('migrations', () => {
  it('have ids in their order', () => {
    const ids = migrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});

describeMigrations('PGlite', () => openPgliteStore('memory://'));

describe.skipIf(database === undefined)('on a server', () => {
  beforeAll(() => database!.create());
  afterAll(() => database!.drop());
  describeMigrations('PostgreSQL', () =>
    openPostgresStore({ connectionString: database!.connectionString, maxConnections: 2 }),
  );
});
