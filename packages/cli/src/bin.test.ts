import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLoader, openPgliteStore } from '@rollbook/loader';
import { recordKinds } from '@rollbook/model';
import { billionLaughs } from '@rollbook/parser-kit/testing';
import { writeSyntheticCtf } from '@rollbook/synthetic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadJson } from './load-json.js';
import { canaries, fixture, fixtures, lines } from './run-captured.test-support.js';
import { isUnbuilt, runBuilt, spawnBuilt, untilEnded } from './spawn-built.test-support.js';

const db = ['--db', 'pglite:store'];

describe.skipIf(isUnbuilt)('the built command', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-bin-'));
    await cp(join(fixtures, fixture), join(folder, fixture));
    await writeSyntheticCtf(join(folder, 'clean.xml'), { seed: 7, pupils: 40 });
  }, 120_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('exits with 0 for clean data', async () => {
    const { code, stdout, stderr } = await runBuilt(
      ['validate', 'clean.xml', '--as-of', '2026-11-20'],
      folder,
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('0 errors');
    expect(code).toBe(0);
  });

  it('exits with 1 for data with errors, 2 for wrong usage, 3 for what can not be read', async () => {
    const runs = [
      ['validate', fixture],
      ['load', fixture, '--db', 'sqlite:x'],
      ['parse', 'missing.xml'],
      ['parse', '.'],
    ].map((argv) => runBuilt(argv, folder));
    const ended = await Promise.all(runs);
    expect(ended.map(({ code }) => code)).toEqual([1, 2, 3, 3]);
    for (const { stderr } of ended) expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('ends silently when its reader has enough', async () => {
    await writeSyntheticCtf(join(folder, 'large.xml'), { seed: 8, pupils: 1000 });
    const child = spawnBuilt(['parse', 'large.xml'], { cwd: folder });
    const ended = untilEnded(child);
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, stderr } = await ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('loads twice, and the second time changes nothing', async () => {
    const load = async (): Promise<LoadJson> => {
      const { stdout, code } = await runBuilt(['load', 'clean.xml', ...db, '--json'], folder);
      expect(code).toBe(0);
      return JSON.parse(stdout) as LoadJson;
    };
    const first = await load();
    expect(first.loaded).toBe(first.received);
    expect(first.received).toBeGreaterThan(40);
    const second = await load();
    expect(second).toMatchObject({ received: first.received, loaded: 0, unchanged: first.received });
  });

  /** Records of every kind in the store. */
  const countAll = async (): Promise<number[]> => {
    const store = await openPgliteStore(join(folder, 'store'));
    try {
      const loader = createLoader({ store });
      const counts: number[] = [];
      for (const kind of recordKinds) if (kind !== 'unreadable') counts.push(await loader.count(kind));
      return counts;
    } finally {
      await store.close();
    }
  };

  it('refuses hostile files with a clear error and its place, and loads nothing of them', async () => {
    const text = await readFile(join(folder, 'clean.xml'), 'utf8');
    const lastPupil = text.lastIndexOf('</Pupil>');
    const hostile: Record<string, { content: string | Uint8Array; code: string; placed: boolean }> = {
      'truncated.xml': { content: text.slice(0, lastPupil), code: 'xml-truncated', placed: true },
      'encoding.xml': {
        content: Buffer.from(
          `${text.slice(0, lastPupil)}<Note>Zo\u00eb x</Note>${text.slice(lastPupil)}`,
          'latin1',
        ),
        code: 'encoding-mismatch',
        placed: true,
      },
      'laughs.xml': {
        content: `<?xml version="1.0"?>\n${billionLaughs}\n<CTfile>&j;</CTfile>`,
        code: 'xml-doctype',
        placed: true,
      },
      'entity.xml': {
        content: text.replace('</Surname>', '&j;</Surname>'),
        code: 'xml-entity',
        placed: true,
      },
      'empty.xml': { content: '', code: 'empty-file', placed: false },
      'zip.xml': {
        content: Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(500, 7)]),
        code: 'zip-file',
        placed: false,
      },
      'page.xml': {
        content: '<!DOCTYPE html><html><body>Sign in</body></html>',
        code: 'html-page',
        placed: false,
      },
    };
    for (const [name, { content }] of Object.entries(hostile)) await writeFile(join(folder, name), content);
    await mkdir(join(folder, 'folder.xml'));
    const before = await countAll();

    const names = [...Object.keys(hostile), 'folder.xml', 'missing.xml'];
    const { code, stdout, stderr } = await runBuilt(['load', ...names, 'clean.xml', ...db, '--json'], folder);
    expect(code).toBe(3);
    const report = JSON.parse(stdout) as LoadJson;
    const codes = report.files.map(({ error }) => error?.code);
    expect(codes).toEqual([
      ...Object.values(hostile).map((file) => file.code),
      'file-is-directory',
      'file-not-found',
      undefined,
    ]);
    for (const { path, error, received } of report.files.slice(0, names.length)) {
      expect(received).toBe(0);
      expect(error?.help).not.toBe('');
      const placed = hostile[path]?.placed ?? false;
      if (placed) expect(error?.place.line, path).toBeGreaterThan(0);
      const line = lines(stderr).find((candidate) => candidate.startsWith(`${path}: `));
      expect(line, path).toMatch(placed ? /\(line \d+(, column \d+)?\)$/ : /\.$/);
    }
    for (const canary of canaries) expect(stderr).not.toContain(canary);
    expect(stderr).not.toMatch(/\n\s+at /);

    // The others were done all the same, and nothing is half loaded.
    expect(report.files.at(-1)).toMatchObject({ loaded: 0, error: null });
    expect(await countAll()).toEqual(before);
    const ledger = await runBuilt(['ledger', ...db, '--json'], folder);
    const loads = JSON.parse(ledger.stdout).loads as { state: string; failure: { code: string } | null }[];
    const failed = loads.filter(({ state }) => state === 'failed').map(({ failure }) => failure?.code);
    expect(failed.reverse()).toEqual(Object.values(hostile).map((file) => file.code));
  });

  it.skipIf(process.platform === 'win32')('stops at SIGINT with nothing half loaded', async () => {
    const before = await countAll();
    const text = await readFile(join(folder, fixture), 'utf8');
    const child = spawnBuilt(['load', '-', '--format', 'ctf', ...db], { cwd: folder });
    const ended = untilEnded(child);
    child.stdin.write(text.slice(0, text.lastIndexOf('<Pupil>')));
    // Once the store is locked the signal is being listened to.
    while (!existsSync(join(folder, 'store.lock')) && child.exitCode === null) await wait(50);
    await wait(2000);
    child.kill('SIGINT');
    const { code, stderr, stdout } = await ended;
    expect(stderr).toContain('interrupted');
    expect(stdout).toBe('');
    expect(code).toBe(130);
    expect(await countAll()).toEqual(before);
    const ledger = await runBuilt(['ledger', ...db, '--json', '--limit', '1'], folder);
    expect(JSON.parse(ledger.stdout).loads).toEqual([
      expect.objectContaining({ state: 'failed', failure: { code: 'aborted', place: {} } }),
    ]);
    // The lock was given back.
    expect(existsSync(join(folder, 'store.lock'))).toBe(false);
  });
});
