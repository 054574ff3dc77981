import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import type { ApiKey } from '@rollbook/service';

const MOST_BYTES = 4_000_000;

/** The keys in a file. @throws ApiKeysError, and what reading the file throws */
export async function readKeys(path: string): Promise<ApiKey[]> {
  const { ApiKeysError, parseApiKeys } = await import('@rollbook/service');
  if ((await stat(path)).size > MOST_BYTES)
    throw new ApiKeysError('The file of keys is too large to be one.');
  return parseApiKeys(await readFile(path, 'utf8'));
}

/** Written beside its place and moved there, readable to its owner alone. */
export async function writeKeys(path: string, keys: readonly ApiKey[]): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
