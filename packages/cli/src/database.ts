import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Loader, LoaderSettings, Store } from '@rollbook/loader';
import { InvalidArgumentError } from 'commander';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';

/** Where `--db` points. */
export type Database = {
  /** As given, without a password. */
  readonly text: string;
} & (
  | {
      /** Folder of the PGlite store, maybe relative. */
      readonly folder: string;
    }
  | {
      /** As given. */
      readonly server: string;
    }
);

const SCHEME = 'pglite:';
const MEMORY = 'memory://';
const SERVER = /^postgres(ql)?:\/\//;

export const defaultDatabase: Database = { text: 'pglite:./rollbook-data', folder: './rollbook-data' };

/** @throws InvalidArgumentError */
export function parseDatabase(text: string): Database {
  if (SERVER.test(text) && URL.canParse(text)) return { text: withoutPassword(text), server: text };
  const folder = text.slice(SCHEME.length);
  if (!text.startsWith(SCHEME) || folder.trim() === '')
    throw new InvalidArgumentError(
      'It takes pglite:DIR, where DIR is a folder, such as pglite:./rollbook-data, or postgresql://USER@HOST/DATABASE.',
    );
  return { text, folder };
}

function withoutPassword(text: string): string {
  const url = new URL(text);
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}

export interface OpenLoader {
  readonly loader: Loader;
  close(): Promise<void>;
}

/**
 * Opens the store, or makes it where there is none.
 *
 * @throws UsageError when the folder can't be used; LoaderError when it is locked or no store, or the server can't be
 *   reached
 */
export async function openLoader(
  context: Context,
  database: Database,
  settings: LoaderSettings = {},
): Promise<OpenLoader> {
  // Imported late, since PGlite takes a while and most commands don't need it.
  const { createLoader } = await import('@rollbook/loader');
  const store = await openStore(context, database);
  return { loader: createLoader({ store, settings }), close: () => store.close() };
}

/** As {@link openLoader}, but for reading: makes nothing. @throws UsageError when there is no store */
export async function openExistingLoader(
  context: Context,
  database: Database,
  settings: LoaderSettings = {},
): Promise<OpenLoader> {
  const none = (): UsageError =>
    new UsageError(
      `There is no store at ${database.text}. "rollbook load" makes one; --db says where it is.`,
    );
  if ('folder' in database) {
    if (!existsSync(join(resolve(context.io.cwd, database.folder), 'PG_VERSION'))) throw none();
    return openLoader(context, database, settings);
  }
  const { createLoader } = await import('@rollbook/loader');
  const store = await openStore(context, database);
  const [found] = await store
    .read<{ there: boolean }>(`SELECT to_regclass('rollbook.schema_migration') IS NOT NULL AS there`)
    .catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  if (found?.there !== true) {
    await store.close();
    throw none();
  }
  return { loader: createLoader({ store, settings }), close: () => store.close() };
}

async function openStore(context: Context, database: Database): Promise<Store> {
  const { openPgliteStore, openPostgresStore } = await import('@rollbook/loader');
  if ('server' in database) return openPostgresStore({ connectionString: database.server });
  const where = database.folder === MEMORY ? MEMORY : resolve(context.io.cwd, database.folder);
  try {
    return await openPgliteStore(where);
  } catch (error) {
    const code = systemCode(error);
    if (code !== undefined && /^E[A-Z]+$/.test(code))
      throw new UsageError(`${database.text} can't be used (${code}).`);
    throw error;
  }
}
