import { spawnSync } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.js';

describe('lockFolder', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-lock-'));
    path = join(folder, 'store');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const leave = (pid: number, host = hostname()): Promise<void> =>
    writeFile(`${path}.lock`, JSON.stringify({ pid, host }));
  const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

  it('locks and gives back', async () => {
    const unlock = await lockFolder(path);
    await expect(lockFolder(path)).rejects.toMatchObject({ code: 'store-locked' });
    await unlock();
    await expect(access(`${path}.lock`)).rejects.toThrow();
    await (
      await lockFolder(path)
    )();
  });

  it('respects a process that lives, and one on another machine', async () => {
    await leave(process.ppid);
    await expect(lockFolder(path)).rejects.toMatchObject({ code: 'store-locked' });
    await leave(gone(), 'elsewhere');
    await expect(lockFolder(path)).rejects.toMatchObject({ code: 'store-locked' });
  });

  it('takes over from a process that is gone, and from one that had our id', async () => {
    for (const pid of [gone(), process.pid]) {
      await leave(pid);
      const unlock = await lockFolder(path);
      expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toEqual({
        pid: process.pid,
        host: hostname(),
      });
      await unlock();
    }
  });

  it('takes over a lock that was never finished', async () => {
    await writeFile(`${path}.lock`, '');
    await (
      await lockFolder(path)
    )();
  });
});
