import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader } from './loader.js';
import { openPostgresStore } from './open-postgres-store.js';
import { batchesOf, pupil } from './testing/items.js';
import { describeStore, findTestDatabase } from './testing.js';

const database = await findTestDatabase('the suite of the PostgreSQL store');
const own = database?.connectionString ?? '';
const ask = (sql: string): Promise<void> => database!.ask(sql);

describe.skipIf(database === undefined)('PostgreSQL', { timeout: 60_000 }, () => {
  beforeAll(() => database!.create());
  afterAll(() => database!.drop());

  describeStore('PostgreSQL', () => openPostgresStore({ connectionString: own, maxConnections: 4 }));

  it('has in it what another process loaded', async () => {
    const first = await openPostgresStore({ connectionString: own });
    const second = await openPostgresStore({ connectionString: own });
    await first.transaction((session) => session.run('DROP SCHEMA IF EXISTS rollbook CASCADE'));
    const [one, two] = [createLoader({ store: first }), createLoader({ store: second })];
    await Promise.all([one.load(batchesOf([pupil('A1')])), two.load(batchesOf([pupil('B1')]))]);
    expect(await one.count('pupil')).toBe(2);
    expect(await two.count('pupil')).toBe(2);
    await first.close();
    await first.close();
    await expect(first.read('SELECT 1')).rejects.toMatchObject({ code: 'store-closed' });
    await expect(first.transaction(() => Promise.resolve())).rejects.toMatchObject({ code: 'store-closed' });
    await second.close();
  });

  it('lets a process end that leaves it open, and not before its load is done', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('./__fixtures__/load-and-end.ts', import.meta.url)), own],
      {
        env: {
          ...process.env,
          TSX_TSCONFIG_PATH: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
        },
      },
    );
    expect(stdout).toBe('received 1\n');
  });

  it('rolls back when the connection is cut, and goes on with another', async () => {
    const store = await openPostgresStore({ connectionString: own, maxConnections: 1 });
    await store.transaction((session) =>
      session.run('DROP SCHEMA IF EXISTS cut CASCADE; CREATE SCHEMA cut; CREATE TABLE cut.t (a int)'),
    );
    const cut = store.transaction(async (session) => {
      await session.query('INSERT INTO cut.t VALUES (1)');
      const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await ask(`SELECT pg_terminate_backend(${rows[0]!.pid})`);
      await session.query('INSERT INTO cut.t VALUES (2)');
    });
    await expect(cut).rejects.toMatchObject({ name: 'LoaderError', code: 'store-failed' });
    expect(await store.read('SELECT a FROM cut.t')).toEqual([]);
    await store.close();
  });

  it('goes on after an idle connection was cut', async () => {
    const store = await openPostgresStore({ connectionString: own, maxConnections: 1 });
    const [row] = await store.read<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await ask(`SELECT pg_terminate_backend(${row!.pid})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.read('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await store.close();
  });

  it('keeps the connection after a statement that was refused', async () => {
    const store = await openPostgresStore({ connectionString: own, maxConnections: 1 });
    const pid = async (): Promise<unknown> => (await store.read('SELECT pg_backend_pid() AS pid'))[0];
    const before = await pid();
    await expect(store.read('SELECT 1/0')).rejects.toMatchObject({ sqlState: '22012' });
    await expect(store.transaction((session) => session.run('SELECT 1/0'))).rejects.toMatchObject({
      sqlState: '22012',
    });
    expect(await pid()).toEqual(before);
    await store.close();
  });
});

describe('openPostgresStore without a server', () => {
  it('says that nothing answers, and no names', async () => {
    const nowhere = openPostgresStore({
      connectionString: 'postgresql://secretive:hush@127.0.0.1:1/hidden',
      connectTimeout: 2000,
    });
    const error = await nowhere.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'LoaderError', code: 'store-unreachable' });
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).not.toMatch(/secretive|hush|hidden/);
  });
});
