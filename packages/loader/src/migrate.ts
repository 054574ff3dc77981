import { hash } from 'node:crypto';
import { LoaderError } from './errors.js';
import { migrations as ours, type Migration } from './migrations/index.js';
import type { Store } from './store.js';

/**
 * Brings a store's schema up to date in one transaction; a store that is up to date is left alone.
 * @throws LoaderError `schema-mismatch` when the store has migrations that this version doesn't know, or has
 *   applied another text under the same id.
 */
export async function migrate(store: Store, migrations: readonly Migration[] = ours): Promise<void> {
  await store.transaction(async (session) => {
    await session.run(`
      CREATE SCHEMA IF NOT EXISTS rollbook;
      CREATE TABLE IF NOT EXISTS rollbook.schema_migration (
        id text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await session.query<{ id: string; sha256: string }>(
      'SELECT id, sha256 FROM rollbook.schema_migration ORDER BY id',
    );
    const applied = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    const known = new Set(migrations.map(({ id }) => id));
    const unknown = rows.find(({ id }) => !known.has(id));
    if (unknown) {
      throw new LoaderError(
        'schema-mismatch',
        `The store has the migration ${unknown.id}, which this version of @rollbook/loader doesn't know.`,
      );
    }
    for (const { id, sql } of migrations) {
      const sha256 = hash('sha256', sql);
      const before = applied.get(id);
      if (before === sha256) continue;
      if (before !== undefined) {
        throw new LoaderError(
          'schema-mismatch',
          `The store's migration ${id} isn't the one of this version.`,
        );
      }
      await session.run(sql);
      await session.query('INSERT INTO rollbook.schema_migration (id, sha256) VALUES ($1, $2)', [id, sha256]);
    }
  });
}
