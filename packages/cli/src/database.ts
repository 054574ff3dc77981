import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Loader } from '@rollbook/loader';
import { InvalidArgumentError } from 'commander';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';

/** Where `--db` points. */
export interface Database {
  /** As given. */
  readonly text: string;
  /** Folder of the PGlite store, maybe relative. */
  readonly folder: string;
}

const SCHEME = 'pglite:';
const MEMORY = 'memory://';

export const defaultDatabase: Database = { text: 'pglite:./rollbook-data', folder: './rollbook-data' };

/** @throws InvalidArgumentError */
export function parseDatabase(text: string): Database {
  const folder = text.slice(SCHEME.length);
  if (!text.startsWith(SCHEME) || folder.trim() === '')
    throw new InvalidArgumentError(
      'It takes pglite:DIR, where DIR is a folder, such as pglite:./rollbook-data.',
    );
  return { text, folder };
}

export interface OpenLoader {
  readonly loader: Loader;
  close(): Promise<void>;
}

/**
 * Opens the store, or makes it where there is none.
 *
 * @throws UsageError when the folder can't be used; LoaderError when it is locked or no store
 */
export async function openLoader(context: Context, { folder, text }: Database): Promise<OpenLoader> {
  // Imported late, since PGlite takes a while and most commands don't need it.
  const { createLoader, openPgliteStore } = await import('@rollbook/loader');
  const where = folder === MEMORY ? MEMORY : resolve(context.io.cwd, folder);
  try {
    const store = await openPgliteStore(where);
    return { loader: createLoader({ store }), close: () => store.close() };
  } catch (error) {
    const code = systemCode(error);
    if (code !== undefined && /^E[A-Z]+$/.test(code))
      throw new UsageError(`${text} can't be used (${code}).`);
    throw error;
  }
}

/** As {@link openLoader}, but for reading: makes nothing. @throws UsageError when there is no store */
export async function openExistingLoader(context: Context, database: Database): Promise<OpenLoader> {
  if (!existsSync(join(resolve(context.io.cwd, database.folder), 'PG_VERSION')))
    throw new UsageError(
      `There is no store at ${database.text}. "rollbook load" makes one; --db says where it is.`,
    );
  return openLoader(context, database);
}
