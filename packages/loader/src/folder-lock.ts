import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { LoaderError } from './errors.js';

const held = new Set<string>();

/**
 * Locks a folder for this process by a file beside it, `<folder>.lock`, since two processes that write one
 * PGlite folder destroy it. The lock of a process that is gone is taken over.
 * @param folder absolute path.
 * @returns a function that gives the lock back.
 * @throws LoaderError `store-locked`.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`;
  if (held.has(path)) throw new LoaderError('store-locked', 'This process has the store open already.');
  held.add(path);
  try {
    while (!(await create(path))) await takeOver(path);
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    await unlink(path).catch(ignoreMissing);
    held.delete(path);
  };
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes the lock if its process is gone; else throws. */
async function takeOver(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing);
  if (text === undefined) return;
  if (isAlive(text)) {
    throw new LoaderError(
      'store-locked',
      'Another process has the store open; if none has, delete the .lock file beside its folder.',
    );
  }
  // Renamed before it is removed, so that of two that take over at once neither removes the other's new lock.
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

function isAlive(lock: string): boolean {
  let owner: { pid?: unknown; host?: unknown };
  try {
    owner = JSON.parse(lock) as typeof owner;
  } catch {
    // Killed between creating the file and writing it.
    return lock !== '';
  }
  if (typeof owner.pid !== 'number') return true;
  // Another machine's processes can't be asked.
  if (owner.host !== hostname()) return true;
  // Our own id, and we don't hold it: left by a process that had the same id, as in a container.
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function ignoreMissing(error: unknown): undefined {
  if (hasCode(error, 'ENOENT')) return undefined;
  throw error;
}
