import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader } from './loader.js';
import { openPostgresStore } from './open-postgres-store.js';
import { batchesOf, pupil } from './testing/items.js';
import { findTestDatabase } from './testing.js';
import type { Store } from './store.js';
import { abandon } from './testing/abandon.js';

const database = await findTestDatabase('the roles of sql/roles.sql');
const rolesSql = readFileSync(new URL('../sql/roles.sql', import.meta.url), 'utf8');

/** Logins are the server's, so each run has its own. */
const suffix = database?.connectionString.slice(-12) ?? '';
const login = (name: string): string => `rollbook_test_${name}_${suffix}`;
const as = (name: string): string =>
  Object.assign(new URL(database!.connectionString), { username: login(name), password: 'p' }).href;

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database!.connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function withStore<T>(name: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openPostgresStore({ connectionString: as(name), maxConnections: 2 });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const denied = { code: 'store-failed', sqlState: '42501' };

describe.skipIf(database === undefined)('roles of a store', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await database!.create();
    await asSuperuser(rolesSql);
    await asSuperuser(`
      CREATE ROLE ${login('admin')} LOGIN PASSWORD 'p' IN ROLE rollbook_owner;
      ALTER ROLE ${login('admin')} SET role TO 'rollbook_owner';
      CREATE ROLE ${login('loads')} LOGIN PASSWORD 'p' IN ROLE rollbook_loader;
      CREATE ROLE ${login('reads')} LOGIN PASSWORD 'p' IN ROLE rollbook_reader`);
    await withStore('admin', (store) => createLoader({ store }).count('pupil'));
    await asSuperuser(rolesSql);
  });
  afterAll(async () => {
    await database!.drop();
    for (const name of ['admin', 'loads', 'reads']) await database!.ask(`DROP ROLE IF EXISTS ${login(name)}`);
  });

  it('let a loader load, and neither change tables nor say what migrations there were', async () => {
    await withStore('loads', async (store) => {
      const loader = createLoader({ store });
      expect(await loader.load(batchesOf([pupil('A1')]))).toMatchObject({ loaded: 1 });
      expect(await loader.load(batchesOf([pupil('A1')]))).toMatchObject({ unchanged: 1 });
      for (const sql of [
        'DROP TABLE rollbook.pupil',
        'ALTER TABLE rollbook.pupil ADD COLUMN more text',
        'CREATE TABLE rollbook.more (a int)',
        'CREATE SCHEMA more',
        'TRUNCATE rollbook.file_load CASCADE',
        'DELETE FROM rollbook.schema_migration',
        'DELETE FROM rollbook.audit',
        `UPDATE rollbook.audit SET actor = 'X'`,
      ]) {
        await expect(
          store.transaction((session) => session.run(sql)),
          sql,
        ).rejects.toMatchObject(denied);
      }
    });
  });

  it('let a loader make and drop tables of its own stage, and of nobody else’s', async () => {
    await asSuperuser('CREATE TABLE rollbook_stage.l99_pupil (a int)');
    await withStore('loads', async (store) => {
      const run = (sql: string): Promise<void> => store.transaction((session) => session.run(sql));
      await run('CREATE UNLOGGED TABLE rollbook_stage.l98_pupil (a int)');
      await run('DROP TABLE rollbook_stage.l98_pupil');
      for (const sql of [
        'SELECT * FROM rollbook_stage.l99_pupil',
        'DROP TABLE rollbook_stage.l99_pupil',
        'DROP SCHEMA rollbook_stage CASCADE',
        'ALTER SCHEMA rollbook_stage RENAME TO other',
        'ALTER TABLE rollbook.file_load DROP CONSTRAINT file_load_balances',
        'ALTER SEQUENCE rollbook.merged_order RESTART',
      ]) {
        await expect(run(sql), sql).rejects.toMatchObject(denied);
      }
    });
    await withStore('reads', async (store) => {
      for (const sql of ['CREATE TABLE rollbook_stage.t (a int)', 'SELECT * FROM rollbook_stage.l99_pupil']) {
        await expect(
          store.transaction((session) => session.run(sql)),
          sql,
        ).rejects.toMatchObject(denied);
      }
    });
    await asSuperuser('DROP TABLE rollbook_stage.l99_pupil');
  });

  it('let a loader finish what another process of its login left', async () => {
    await withStore('loads', async (store) => {
      const loader = createLoader({ store });
      const loadId = await abandon(store, [pupil('C1')]);
      expect(await loader.resume()).toMatchObject([{ loadId, state: 'merged', loaded: 1 }]);
    });
  });

  it('let another login go on with a load only where both act as the role', async () => {
    await asSuperuser(`CREATE ROLE ${login('more')} LOGIN PASSWORD 'p' IN ROLE rollbook_loader`);
    try {
      const first = await withStore('more', (store) => abandon(store, [pupil('D1')]));
      await withStore('loads', async (store) => {
        const second = await abandon(store, [pupil('E1')], 'b');
        const loader = createLoader({ store });
        // What is its own is settled all the same.
        await expect(loader.resume()).rejects.toMatchObject(denied);
        const states = (await loader.ledger({ limit: 2 })).map(({ loadId, state }) => [loadId, state]);
        expect(states).toEqual([
          [second, 'merged'],
          [first, 'staged'],
        ]);
      });
      await withStore('more', (store) => createLoader({ store }).resume());
      for (const name of ['more', 'loads']) {
        await asSuperuser(`ALTER ROLE ${login(name)} SET role TO 'rollbook_loader'`);
      }
      const third = await withStore('more', (store) => abandon(store, [pupil('F1')], 'c'));
      await withStore('loads', async (store) => {
        expect(await createLoader({ store }).resume()).toMatchObject([{ loadId: third, state: 'merged' }]);
      });
    } finally {
      await database!.ask(`DROP ROLE ${login('more')}`);
    }
  });

  it('let a reader read and nothing else', async () => {
    await withStore('reads', async (store) => {
      expect(await createLoader({ store }).count('pupil')).toBe(5);
      for (const sql of [
        `UPDATE rollbook.pupil SET surname = 'X'`,
        'DELETE FROM rollbook.pupil',
        'SELECT * FROM rollbook.audit_subject',
        'CREATE TEMP TABLE t (a int)',
      ]) {
        await expect(
          store.transaction((session) => session.run(sql)),
          sql,
        ).rejects.toMatchObject(denied);
      }
      await expect(createLoader({ store }).load(batchesOf([pupil('B1')]))).rejects.toMatchObject(denied);
    });
  });

  it('let nobody else in', async () => {
    await asSuperuser(`CREATE ROLE ${login('other')} LOGIN PASSWORD 'p'`);
    try {
      await expect(openPostgresStore({ connectionString: as('other') })).rejects.toMatchObject({
        code: 'store-unreachable',
        sqlState: '42501',
      });
    } finally {
      await database!.ask(`DROP ROLE ${login('other')}`);
    }
  });
});
