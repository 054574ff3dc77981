import { hash } from 'node:crypto';
import { MigrationError, Umzug, type UmzugStorage } from 'umzug';
import { LoaderError } from './errors.js';
import { lockMigrations } from './locks.js';
import { migrations as ours, type Migration } from './migrations/index.js';
import type { Store, StoreSession } from './store.js';

/**
 * Brings a store's schema up to date in one transaction; a store that is up to date is left alone. There is no way
 * back: a migration is never undone.
 *
 * @throws LoaderError `schema-mismatch` when the store has migrations that this version doesn't know, or has
 *   applied another text under the same id; `store-failed` when one can't be applied, and then none was.
 */
export async function migrate(store: Store, migrations: readonly Migration[] = ours): Promise<void> {
  await store.transaction(async (session) => {
    await lockMigrations(session);
    // Looked at first, since a login that may only load can't make anything, not even what is there.
    if (!(await isThere(session, 'rollbook.schema_migration'))) {
      await session.run(`
        CREATE SCHEMA IF NOT EXISTS rollbook;
        CREATE TABLE rollbook.schema_migration (
          id text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    }
    const umzug = new Umzug({
      migrations: migrations.map(({ id, sql }) => ({ name: id, up: () => session.run(sql) })),
      storage: storageOf(session, migrations),
      logger: undefined,
    });
    try {
      await umzug.up();
    } catch (error) {
      // It wraps what a migration throws, with the whole statement in its message.
      throw error instanceof MigrationError && error.cause instanceof LoaderError ? error.cause : error;
    }
  });
}

async function isThere(session: StoreSession, table: string): Promise<boolean> {
  const { rows } = await session.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  return rows[0]?.there === true;
}

/** Which migrations a store has had, in `rollbook.schema_migration`. */
function storageOf(session: StoreSession, migrations: readonly Migration[]): UmzugStorage {
  const digests = new Map(migrations.map(({ id, sql }) => [id, hash('sha256', sql)]));
  return {
    async executed() {
      const { rows } = await session.query<{ id: string; sha256: string }>(
        'SELECT id, sha256 FROM rollbook.schema_migration ORDER BY id',
      );
      for (const { id, sha256 } of rows) {
        const ours = digests.get(id);
        if (ours === sha256) continue;
        throw new LoaderError(
          'schema-mismatch',
          ours === undefined
            ? `The store has the migration ${id}, which this version of @rollbook/loader doesn't know.`
            : `The store's migration ${id} isn't the one of this version.`,
        );
      }
      return rows.map(({ id }) => id);
    },
    async logMigration({ name }) {
      await session.query('INSERT INTO rollbook.schema_migration (id, sha256) VALUES ($1, $2)', [
        name,
        digests.get(name) ?? null,
      ]);
    },
    unlogMigration: () => Promise.reject(new Error('Migrations are never undone.')),
  };
}
