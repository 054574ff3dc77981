import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLoader, type Loader } from './loader.js';
import type { Store } from './store.js';
import type { SuiteContext } from './testing/context.js';
import { describeAudit } from './testing/describe-audit.js';
import { describeConflicts } from './testing/describe-conflicts.js';
import { describeFailure } from './testing/describe-failure.js';
import { describeHostileText } from './testing/describe-hostile-text.js';
import { describeLoading } from './testing/describe-loading.js';
import { describeMatching } from './testing/describe-matching.js';
import { describePackages } from './testing/describe-packages.js';
import { describePeople } from './testing/describe-people.js';
import { describePrivacy } from './testing/describe-privacy.js';
import { describePupils } from './testing/describe-pupils.js';
import { describeQuarantine } from './testing/describe-quarantine.js';
import { describeVersions } from './testing/describe-versions.js';
import { describeRejections } from './testing/describe-rejections.js';
import { batchesOf, pupil } from './testing/items.js';

export { findTestDatabase, type TestDatabase } from './testing/postgres-database.js';

/**
 * What every {@link Store} promises, as a vitest suite, by way of a loader over it. One store is opened, and
 * its schemas `rollbook` and `rollbook_stage` are dropped before every test: give it a database that may be emptied.
 *
 * @param openStore gives a store.
 */
export function describeStore(name: string, openStore: () => Promise<Store>): void {
  describe(`store: ${name}`, { timeout: 60_000 }, () => {
    let store: Store;
    let loader: Loader;
    const context: SuiteContext = {
      get store() {
        return store;
      },
      get loader() {
        return loader;
      },
      load: (items, options) => loader.load(batchesOf(items, 3), options),
    };

    beforeAll(async () => {
      store = await openStore();
    }, 60_000);
    afterAll(() => store.close());
    beforeEach(async () => {
      await store.transaction((session) =>
        session.run('DROP SCHEMA IF EXISTS rollbook, rollbook_stage CASCADE'),
      );
      loader = createLoader({ store });
    });

    describe('transactions', () => {
      it('keeps what was committed and nothing of what was rolled back', async () => {
        await store.transaction((session) =>
          session.run('CREATE SCHEMA rollbook; CREATE TABLE rollbook.t (a int)'),
        );
        const mistake = new Error('mistake');
        const failing = store.transaction(async (session) => {
          await session.query('INSERT INTO rollbook.t VALUES ($1)', [1]);
          throw mistake;
        });
        await expect(failing).rejects.toBe(mistake);
        await store.transaction((session) => session.query('INSERT INTO rollbook.t VALUES ($1)', [2]));
        expect(await store.read('SELECT a FROM rollbook.t')).toEqual([{ a: 2 }]);
      });

      it('shows what was committed before each statement to transactions at the same time', async () => {
        await store.transaction((session) =>
          session.run(
            'CREATE SCHEMA rollbook; CREATE TABLE rollbook.t (a int); INSERT INTO rollbook.t VALUES (0)',
          ),
        );
        const writer = (): Promise<void> =>
          store.transaction(async (session) => {
            await session.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [1, 1]);
            const { rows } = await session.query<{ a: number }>('SELECT a FROM rollbook.t');
            await session.query('UPDATE rollbook.t SET a = $1::int', [rows[0]!.a + 1]);
          });
        await Promise.all([writer(), writer(), writer()]);
        expect(await store.read('SELECT a FROM rollbook.t')).toEqual([{ a: 3 }]);
      });

      it('lets one at a time claim a load', async () => {
        const release = await store.claim(7);
        expect(release).toBeDefined();
        expect(await store.claim(7)).toBeUndefined();
        const other = await store.claim(8);
        expect(other).toBeDefined();
        await release?.();
        await release?.();
        const again = await store.claim(7);
        expect(again).toBeDefined();
        await Promise.all([again?.(), other?.()]);
      });

      it('copies text in PostgreSQL’s text format', async () => {
        await store.transaction(async (session) => {
          await session.run('CREATE TEMP TABLE t (a text, b text) ON COMMIT DROP');
          await session.copyIn('t', ['b', 'a'], '\\N\tone\\ttwo\n\\\\.\té😀\n');
          const { rows } = await session.query('SELECT a, b FROM t ORDER BY a');
          expect(rows).toEqual([
            { a: 'one\ttwo', b: null },
            { a: 'é😀', b: '\\.' },
          ]);
        });
      });

      it('tells how many rows a statement changed', async () => {
        await store.transaction(async (session) => {
          await session.run('CREATE TEMP TABLE t (a int PRIMARY KEY, b int) ON COMMIT DROP');
          await session.query('INSERT INTO t VALUES (1, 1), (2, 2)');
          const { affected } = await session.query(
            `INSERT INTO t SELECT g, g FROM generate_series(1, $1::int) g
             ON CONFLICT (a) DO UPDATE SET b = 9 WHERE t.b = 1`,
            [5],
          );
          expect(affected).toBe(4);
        });
      });

      it('says nothing of the values in its errors', async () => {
        const error = await store
          .read('SELECT $1::text::int AS a', ['Ada Example'])
          .then(() => undefined)
          .catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ name: 'LoaderError', code: 'store-failed', sqlState: '22P02' });
        expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toContain(
          'Example',
        );
      });
    });

    describeLoading(context);
    describeQuarantine(context);
    describeVersions(context);
    describeMatching(context);
    describeHostileText(context);
    describeFailure(context);
    describePackages(context);
    describePeople(context);
    describePupils(context);
    describeAudit(context);
    describePrivacy(context);
    describeConflicts(context);
    describeRejections(context);

    it('holds the ledger to its balance in the database itself', async () => {
      await context.load([pupil('A1')]);
      const cook = store.transaction((session) =>
        session.run('UPDATE rollbook.file_load SET loaded = loaded + 1'),
      );
      await expect(cook).rejects.toMatchObject({ code: 'store-failed', sqlState: '23514' });
      const kinds = store.transaction((session) =>
        session.run('UPDATE rollbook.file_load_kind SET received = 9'),
      );
      await expect(kinds).rejects.toMatchObject({ sqlState: '23514' });
    });

    it('takes several loads at once', async () => {
      const results = await Promise.all(
        ['A1', 'B1', 'C1'].map((upn) => loader.load(batchesOf([pupil(upn)], 1))),
      );
      expect(results.every(({ loaded }) => loaded === 1)).toBe(true);
      expect(await loader.count('pupil')).toBe(3);
    });

    it('refuses a schema that a newer version made', async () => {
      await loader.count('pupil');
      await store.transaction((session) =>
        session.run(`INSERT INTO rollbook.schema_migration (id, sha256) VALUES ('9999-future', 'x')`),
      );
      await expect(createLoader({ store }).count('pupil')).rejects.toMatchObject({ code: 'schema-mismatch' });
    });
  });
}
