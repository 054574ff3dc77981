import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hash } from 'node:crypto';
import { contentJson } from './canonical-json.js';
import { createLoader } from './loader.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';
import { openPgliteStore } from './open-pglite-store.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { findTestDatabase } from './testing.js';
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

/** The columns that every version has. */
async function contents(store: Store): Promise<unknown> {
  const columns = 'school, key, pupil_key, content_hash, first_load_id, last_load_id, place, record';
  return {
    pupils: await store.read(`SELECT ${columns}, upn, surname, birth_date FROM rollbook.pupil ORDER BY 1, 2`),
    marks: await store.read(`SELECT ${columns}, date, code FROM rollbook.attendance_mark ORDER BY 1, 2`),
    quarantine: await store.read(`SELECT ${columns}, kind, state, reasons, issues FROM rollbook.quarantine`),
  };
}

const started = '2026-09-02T08:00:00.000Z';

/** What a loader of the first version had in its store after it loaded `items`, and a file that it couldn't read. */
async function loadByFirstVersion(store: Store): Promise<void> {
  await store.transaction(async (session) => {
    await session.query(
      `INSERT INTO rollbook.file_load (state, sha256, name, size, supplier, format, version, fingerprint,
         received, loaded, quarantined, issue_errors, started_at, finished_at)
       VALUES ('loaded', $1, 'file-a.xml', 1097, 'made-up', 'made-up', '1', '[1,"",""]', 6, 5, 1, 1, $2, $2)`,
      ['a'.repeat(64), started],
    );
    await session.run(`
      INSERT INTO rollbook.file_load (state, name, fingerprint, failure_code, failure_place, started_at, finished_at)
        VALUES ('failed', 'odd.xml', '[1,"",""]', 'made-up', '{}', '${started}', '${started}');
      INSERT INTO rollbook.file_load_kind VALUES
        (1, 'pupil', 3, 2, 0, 1), (1, 'attendance-mark', 3, 3, 0, 0);
      INSERT INTO rollbook.file_load_school VALUES (1, '8569998'), (1, '8569999')`);
    for (const record of items) {
      if (!('kind' in record)) continue;
      const json = contentJson(record);
      const values = [record.school ?? '', record.key, hash('sha256', json).slice(0, 32), json];
      const place = JSON.stringify(record.provenance.place);
      if (record === ben) {
        await session.query(
          `INSERT INTO rollbook.quarantine (kind, school, key, content_hash, occurrence, first_load_id, last_load_id,
             reasons, place, record, issues)
           VALUES ('pupil', $1, $2, decode($3, 'hex'), 1, 1, 1, '{error-issue}', $5::text::jsonb, $4::text::jsonb,
             $6::text::jsonb)`,
          [...values, place, JSON.stringify([issueAbout(ben)])],
        );
      } else if (record.kind === 'pupil') {
        await session.query(
          `INSERT INTO rollbook.pupil (school, key, content_hash, first_load_id, last_load_id, place, record, upn,
             surname, forename, birth_date, sex)
           VALUES ($1, $2, decode($3, 'hex'), 1, 1, $5::text::jsonb, $4::text::jsonb, $6, 'Example', 'Ada',
             '2015-03-04', 'F')`,
          [...values, place, record.upn ?? null],
        );
      } else {
        await session.query(
          `INSERT INTO rollbook.attendance_mark (school, key, pupil_key, content_hash, first_load_id, last_load_id,
             place, record, date, session, code)
           VALUES ($1, $2, $6, decode($3, 'hex'), 1, 1, $5::text::jsonb, $4::text::jsonb, $7::date, 'AM', $8)`,
          [...values, place, record.pupilKey, record.date, record.code],
        );
      }
    }
  });
}

function describeMigrations(name: string, openStore: () => Promise<Store>): void {
  describe(`migrations on ${name}`, { timeout: 120_000 }, () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore();
    }, 120_000);
    afterAll(() => store.close());
    beforeEach(() =>
      store.transaction((session) => session.run('DROP SCHEMA IF EXISTS rollbook, rollbook_stage CASCADE')),
    );

    it.each(migrations.slice(0, -1).map(({ id }, i) => [id, i + 1] as const))(
      'bring a store that ended with %s up to date, with all that was loaded',
      async (_, count) => {
        await migrate(store, migrations.slice(0, 1));
        await loadByFirstVersion(store);
        const before = await contents(store);
        await migrate(store, migrations.slice(0, count));

        const loader = createLoader({ store });
        expect(await loader.ledger()).toMatchObject([
          { loadId: 2, state: 'failed', failure: { code: 'made-up' }, asOf: started },
          {
            loadId: 1,
            state: 'merged',
            loaded: 5,
            quarantined: 1,
            asOf: started,
            scope: 'partial',
            outdated: 0,
          },
        ]);
        expect(await contents(store)).toEqual(before);
        expect(await store.read('SELECT id FROM rollbook.schema_migration ORDER BY id')).toEqual(
          migrations.map(({ id }) => ({ id })),
        );
        const upgraded = await schemaOf(store);

        const people = (await all(loader.people({ by: 'upn' }))).flat();
        expect(people.map(({ pupils }) => pupils.map((one) => one.of('attendance-mark').length))).toEqual([
          [1, 2],
        ]);
        const again = await loader.load(batchesOf(items), { file: fileFacts('a'), again: true });
        expect(again).toMatchObject({ loadId: 3, loaded: 0, unchanged: 5, quarantined: 1, repeatOf: 1 });
        const order = await store.read<{ load_id: number | string }>(
          'SELECT load_id FROM rollbook.file_load WHERE merged_order IS NOT NULL ORDER BY merged_order',
        );
        expect(order.map((row) => Number(row.load_id))).toEqual([1, 3]);

        await store.transaction((session) => session.run('DROP SCHEMA rollbook, rollbook_stage CASCADE'));
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
