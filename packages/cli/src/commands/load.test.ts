import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { openPgliteStore } from '@rollbook/loader';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Interruption } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import type { LoadJson } from '../load-json.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

const db = ['--db', 'pglite:./store'];

describe('load, ledger and quarantine', { timeout: 120_000 }, () => {
  let folder: string;
  const at = {
    get cwd() {
      return folder;
    },
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-cli-'));
    await cp(join(fixtures, fixture), join(folder, fixture));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const json = async (argv: string[]): Promise<LoadJson> =>
    JSON.parse((await runCaptured(['load', ...argv, ...asOf, ...db, '--json'], at)).stdout) as LoadJson;
  const ledger = async (): Promise<Record<string, unknown>[]> => {
    const { code, stdout } = await runCaptured(['ledger', ...db, '--json'], at);
    expect(code).toBe(0);
    return (JSON.parse(stdout) as { loads: Record<string, unknown>[] }).loads;
  };

  it('makes no store for a file that is not there', async () => {
    const { code, stdout, stderr } = await runCaptured(['load', 'missing.xml', '--db', 'pglite:./none'], at);
    expect(code).toBe(ExitCode.unreadable);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^missing\.xml: /);
    expect(await readdir(folder)).toEqual([fixture]);
  });

  it('loads a file, and says so in one JSON object', async () => {
    const { code, stdout, stderr } = await runCaptured(['load', fixture, ...asOf, ...db, '--json'], at);
    expect(code).toBe(ExitCode.dataErrors);
    expect(stderr).toBe('');
    expect(lines(stdout)).toHaveLength(1);
    const report = JSON.parse(stdout) as LoadJson;
    expect(Object.keys(report).sort()).toEqual(
      ['received', 'loaded', 'unchanged', 'quarantined', 'issues', 'seconds', 'files'].sort(),
    );
    const { received, loaded, unchanged, quarantined } = report;
    expect(received).toBe(loaded + unchanged + quarantined);
    expect(unchanged).toBe(0);
    expect(quarantined).toBeGreaterThan(0);
    expect(report.issues.error).toBe(1);
    expect(report.seconds).toBeGreaterThan(0);
    expect(report.files).toEqual([
      expect.objectContaining({
        path: fixture,
        name: fixture,
        format: 'ctf',
        version: '25.0',
        school: '9994999',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        received,
        loaded,
        repeatOf: null,
        error: null,
      }),
    ]);
  });

  it('changes nothing the second time', async () => {
    const { received, loaded, unchanged, quarantined, files } = await json([fixture]);
    expect(loaded).toBe(0);
    expect(unchanged).toBe(received - quarantined);
    expect(files[0]?.repeatOf).not.toBeNull();
  });

  it('goes on after a file that can not be read, notes it in the ledger, and exits with the worst', async () => {
    await writeFile(join(folder, 'page.xml'), '<!DOCTYPE html>\n<html><body>Sign in</body></html>');
    const before = await ledger();
    const { code, stdout, stderr } = await runCaptured(['load', 'page.xml', fixture, ...asOf, ...db], at);
    expect(code).toBe(ExitCode.unreadable);
    expect(stderr).toContain('page.xml: The file is a web page.');
    expect(stdout).toMatch(new RegExp(`^${fixture}: ctf 25\\.0, load \\d+`));
    expect(stdout).toMatch(/received 7 = loaded 0 \+ unchanged 5 \+ quarantined 2/);
    const after = await ledger();
    expect(after).toHaveLength(before.length + 2);
    expect(after[1]).toMatchObject({
      state: 'failed',
      failure: { code: 'html-page' },
      file: { name: 'page.xml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const shown = await runCaptured(['ledger', ...db, '--limit', '2'], at);
    expect(lines(shown.stdout)).toHaveLength(3);
    expect(shown.stdout).toContain('page.xml: failed, html-page');
  });

  it('shows the quarantine, without data of pupils unless told to', async () => {
    const { code, stdout } = await runCaptured(['quarantine', ...db], at);
    expect(code).toBe(0);
    expect(stdout).toContain('error  1510');
    expect(stdout).toContain('2 records in quarantine');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
    const identified = await runCaptured(['quarantine', ...db, '--identify'], at);
    expect(identified.stdout).toContain('"A999499921002"');
    const limited = await runCaptured(['quarantine', ...db, '--limit', '1'], at);
    expect(limited.stdout).toContain('2 records in quarantine; the first 1 shown');
  });

  it('shows the quarantine as JSON, a record a line', async () => {
    const { stdout } = await runCaptured(['quarantine', ...db, '--json'], at);
    expect(lines(stdout)).toHaveLength(2);
    const first = JSON.parse(lines(stdout)[0]!);
    expect(first).toMatchObject({ kind: 'pupil', reasons: ['error-issue'], file: { name: fixture } });
    expect(first).not.toHaveProperty('record');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
    const identified = await runCaptured(['quarantine', ...db, '--json', '--identify'], at);
    expect(JSON.parse(lines(identified.stdout)[0]!)).toMatchObject({ record: { surname: 'Testingham' } });
  });

  it('reads standard input, and shows progress on a terminal alone', async () => {
    const stdin = await readFile(join(folder, fixture));
    const argv = ['load', '-', ...asOf, ...db];
    const piped = await runCaptured(argv, { ...at, cwd: folder, stdin });
    expect(piped.stdout).toContain('(stdin): ctf 25.0');
    expect(piped.stderr).toBe('');
    const shown = await runCaptured(['load', fixture, ...asOf, ...db], { cwd: folder, terminal: true });
    expect(shown.stderr).toMatch(/\[[-=]+\] +\d+%/);
    for (const canary of canaries) expect(shown.stderr).not.toContain(canary);
  });

  it('keeps nothing of a file whose loading is interrupted', async () => {
    const before = await ledger();
    const stdin = new PassThrough();
    const text = await readFile(join(folder, fixture), 'utf8');
    stdin.write(text.slice(0, text.lastIndexOf('<Pupil>')).replaceAll('Sampleton', 'Changed'));
    const stopping = new AbortController();
    const running = runCaptured(['load', '-', '--format', 'ctf', ...asOf, ...db], {
      cwd: folder,
      stdin,
      signal: stopping.signal,
    });
    setTimeout(() => stopping.abort(new Interruption(ExitCode.interrupted)), 5000);
    const { code, stderr } = await running;
    expect(code).toBe(ExitCode.interrupted);
    expect(stderr).toContain('interrupted');
    const after = await ledger();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ state: 'failed', failure: { code: 'aborted' } });
    // As it was: all of it is there already.
    expect((await json([fixture])).loaded).toBe(0);
  });

  it('settles first what a command that was killed left unfinished', async () => {
    const store = await openPgliteStore(join(folder, 'store'));
    await store.transaction((session) =>
      session.run(`INSERT INTO rollbook.file_load (state, name, fingerprint, started_at, as_of)
        VALUES ('received', 'half.xml', '[]', now(), now())`),
    );
    await store.close();
    const [{ loadId }] = (await ledger()) as [Record<string, unknown>];
    const shown = await runCaptured(['ledger', ...db], at);
    expect(shown.stdout).toContain('half.xml: received, not merged yet');
    const { stderr } = await runCaptured(['load', fixture, ...asOf, ...db], at);
    expect(stderr).toBe(
      `Load ${String(loadId)} (half.xml) was left unfinished, and came to nothing; load its file again.\n`,
    );
    expect((await ledger()).find((load) => load.loadId === loadId)).toMatchObject({
      state: 'failed',
      failure: { code: 'interrupted' },
    });
  });

  it('exits with 2 for a folder that holds something else', async () => {
    const { code, stderr } = await runCaptured(['load', fixture, '--db', 'pglite:.'], at);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('no store');
  });
});
