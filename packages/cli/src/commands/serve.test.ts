import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createClient } from '@rollbook/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Captured, canaries, fixture, fixtures, runCaptured } from '../run-captured.test-support.js';
import { run } from '../run.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keyed = (...argv: string[]) =>
  runCaptured(['api-key', '--keys', 'keys.json', ...argv], { cwd: folder });

it('makes keys, shows each once, and takes them back', async () => {
  const made = await keyed('school', '--school', '9994999', '--expires', '2999-01-01');
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^rollbook_school_[\w-]{43}\n$/) });
  const text = await readFile(join(folder, 'keys.json'), 'utf8');
  expect(text).not.toContain(made.stdout.trim());
  expect((await stat(join(folder, 'keys.json'))).mode & 0o077).toBe(0);
  expect(await keyed('school', '--all-schools')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('already'),
  });
  expect(await keyed('other')).toMatchObject({ code: 2, stderr: expect.stringContaining('--all-schools') });
  expect(await keyed('Other', '--all-schools')).toMatchObject({ code: 2 });
  expect(await keyed('nobody', '--revoke')).toMatchObject({ code: 2 });
  expect(await keyed('school', '--revoke')).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'))).toEqual({ keys: [] });
});

it('serves until it is told to stop', { timeout: 60_000 }, async () => {
  const apiKey = (await keyed('council', '--all-schools')).stdout.trim();
  const stop = new AbortController();
  const [stdout, stderr] = [new Captured(), new Captured()];
  const argv = ['serve', '--keys', 'keys.json', '--port', '0', '--db', 'pglite:memory://'];
  const ended = run(argv, {
    stdin: new PassThrough().end(),
    stdout,
    stderr,
    env: {},
    cwd: folder,
    signal: stop.signal,
  });
  const baseUrl = await vi.waitUntil(() => /http:\S+/.exec(stdout.text)?.[0], { timeout: 50_000 });
  const client = createClient({ baseUrl, apiKey });
  const job = await client.load(await readFile(join(fixtures, fixture)), {
    asOf: '2026-01-15',
    fileName: fixture,
  });
  expect(job).toMatchObject({ state: 'done', school: '9994999', result: { loadId: 1 } });
  expect(job.result!.quarantined).toBeGreaterThan(0);
  stop.abort(new Error('SIGTERM'));
  expect(await ended).toBe(0);
  await expect(client.ledger()).rejects.toMatchObject({ code: 'no-answer' });
  for (const canary of [...canaries, fixture, apiKey])
    expect(stdout.text + stderr.text).not.toContain(canary);
});

it('says what is wrong with the keys', async () => {
  const wrong = await runCaptured(['serve', '--keys', 'none.json'], { cwd: folder });
  expect(wrong).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--keys none.json can't be read (ENOENT)"),
  });
});
