import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { LoaderError, storeFailure } from './errors.js';
import { lockFolder } from './folder-lock.js';
import type { SqlResult, SqlValue, Store, StoreSession } from './store.js';

const MEMORY = 'memory://';

/**
 * Opens PostgreSQL within this process (PGlite). A folder that isn't there, or is empty, becomes a new store.
 *
 * A folder survives the death of the process at any moment. It is not proof against a power cut, since PGlite
 * doesn't force its writes to the disk. One process at a time may have a folder open.
 *
 * @param where a folder, or `memory://` for a store that ends with {@link Store.close}.
 * @throws LoaderError `store-locked`, `not-a-store`, `store-failed`.
 */
export async function openPgliteStore(where: string): Promise<Store> {
  if (where === MEMORY) return pgliteStore(await start(MEMORY), () => Promise.resolve());
  const folder = resolve(where);
  await mkdir(dirname(folder), { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    if (await isNew(folder)) await createIn(folder);
    return pgliteStore(await start(folder), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function start(dataDir: string): Promise<PGlite> {
  try {
    return await PGlite.create({
      dataDir,
      // PostgreSQL's default, posix_fallocate, is very slow on PGlite's file system in memory: measured, COPY
      // of 200,000 rows took 60 s, and 3.7 s with zeros written instead. In a folder it makes no difference.
      startParams: [...PGlite.defaultStartParams, '-c', 'file_extend_method=write_zeros'],
    });
  } catch (error) {
    throw storeFailure(error);
  }
}

async function isNew(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw new LoaderError('not-a-store', 'The path of the store is no folder that can be read.');
  });
  if (names.includes('PG_VERSION')) return false;
  if (names.length === 0) return true;
  throw new LoaderError('not-a-store', 'The folder of the store has other files in it and no store.');
}

/** Made beside its place and moved there when whole, so that a kill never leaves half a database. */
async function createIn(folder: string): Promise<void> {
  const half = `${folder}.creating`;
  await rm(half, { recursive: true, force: true });
  await (await start(half)).close();
  await rmdir(folder).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  await rename(half, folder);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

type Executor = Pick<PGlite, 'query' | 'exec'>;

function pgliteStore(database: PGlite, release: () => Promise<void>): Store {
  let closing: Promise<void> | undefined;
  // No other process has the folder open, so what is claimed is claimed here.
  const claims = new Set<number>();
  const whenOpen = (): void => {
    if (closing) throw new LoaderError('store-closed', 'The store was closed.');
  };
  return {
    id: 'pglite',
    async transaction(work) {
      whenOpen();
      let failure: unknown;
      try {
        return await database.transaction(async (transaction) => {
          try {
            return await work(sessionOf(transaction));
          } catch (error) {
            failure = error;
            throw error;
          }
        });
      } catch (error) {
        // What `work` threw goes through as it is; a failure to begin or commit is PGlite's.
        throw error === failure ? error : storeFailure(error);
      }
    },
    async read<Row extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
      whenOpen();
      return (await query<Row>(database, sql, parameters)).rows;
    },
    claim(loadId) {
      whenOpen();
      if (claims.has(loadId)) return Promise.resolve(undefined);
      claims.add(loadId);
      return Promise.resolve(() => {
        claims.delete(loadId);
        return Promise.resolve();
      });
    },
    close() {
      closing ??= database.close().finally(release);
      return closing;
    },
  };
}

function sessionOf(executor: Executor): StoreSession {
  return {
    query: (sql, parameters = []) => query(executor, sql, parameters),
    async run(sql) {
      try {
        await executor.exec(sql);
      } catch (error) {
        throw storeFailure(error);
      }
    },
    async copyIn(table, columns, rows) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      try {
        await executor.query(`COPY ${table} (${list}) FROM '/dev/blob'`, [], { blob: new Blob([rows]) });
      } catch (error) {
        throw storeFailure(error);
      }
    },
  };
}

async function query<Row extends object>(
  executor: Executor,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<SqlResult<Row>> {
  try {
    const { rows, affectedRows } = await executor.query<Row>(sql, [...parameters]);
    return { rows, affected: affectedRows ?? 0 };
  } catch (error) {
    throw storeFailure(error);
  }
}
