import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPgliteStore, subjectAccessSchema } from '@rollbook/loader';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

const by = ['--by', 'An Officer'];

describe('subject-access, erase and audit', { timeout: 60_000 }, () => {
  let folder: string;
  let key: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });
  const json = (text: string): unknown => JSON.parse(text);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-privacy-'));
    await run('load', join(fixtures, fixture), ...asOf);
    const store = await openPgliteStore(join(folder, 'rollbook-data'));
    try {
      const [row] = await store.read<{ key: string }>(
        `SELECT key FROM rollbook.pupil WHERE surname LIKE 'Sampleton%'`,
      );
      key = row!.key;
    } finally {
      await store.close();
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('says what is wrong with how it was called, and writes nothing', async () => {
    const out = ['--out', 'no.json'];
    for (const argv of [
      ['subject-access', '--upn', 'A1', ...out],
      ['subject-access', ...by, ...out],
      ['subject-access', '--upn', 'A1', '--person', 'x', ...by, ...out],
      ['subject-access', '--upn', 'A1', ...by, ...out],
      ['subject-access', '--pupil', '9994999', ...by, ...out],
      ['subject-access', '--surname', 'X', ...by, ...out],
      ['subject-access', '--pupil', '9994999', key, '--withhold', 'contacts', ...by, ...out],
      ['erase', '--pupil', '9994999', key, ...by, '--reason', 'r'],
      ['erase', '--pupil', '9994999', key, '--yes', ...by],
      ['audit', '--expect', 'x'],
    ])
      expect((await run(...argv)).code, argv.join(' ')).toBe(ExitCode.usage);
    expect(await readdir(folder)).toEqual(['rollbook-data']);
  });

  it('writes a child’s data to a file and nothing of it anywhere else', async () => {
    const asked = ['subject-access', '--pupil', '9994999', key, ...by];
    const { code, stdout, stderr } = await run(...asked, '--out', 'one.json');
    expect(code).toBe(ExitCode.clean);
    expect(stdout).toMatch(/^\d+ records of 1 pupil in one\.json\n$/);
    for (const canary of canaries) expect(stdout + stderr).not.toContain(canary);
    const document = subjectAccessSchema.parse(json(await readFile(join(folder, 'one.json'), 'utf8')));
    expect(document).toMatchObject({ madeBy: 'An Officer', pupils: [{ school: '9994999' }] });
    expect(JSON.stringify(document)).toContain('Sampleton');
    const html = await run(...asked, '--format', 'html', '--withhold', 'pupil', '--out', 'one.html');
    expect(html.stdout).toContain('left out: 2 records or mentions of pupil');
    const text = await readFile(join(folder, 'one.html'), 'utf8');
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).not.toContain('2014-11-20');
  });

  it('erases after a rehearsal, and the trail tells of it', async () => {
    const asked = ['erase', '--pupil', '9994999', key, ...by, '--reason', 'Request 9'];
    const rehearsal = await run(...asked, '--dry-run');
    expect(rehearsal.stdout).toMatch(/^1 pupil would be erased\n[^]*1 {2}pupil\n/);
    const done = await run(...asked, '--yes', '--json');
    expect(json(done.stdout)).toMatchObject({ dryRun: false, rows: { pupil: 1 }, receipt: [{}] });
    expect((await run(...asked, '--yes')).stderr).toContain('nobody whom this describes');
    const trail = lines((await run('audit', '--json')).stdout).map(json);
    expect(trail).toMatchObject([
      ...[{ action: 'load-merged' }, { action: 'subject-access' }, { action: 'subject-access' }],
      { sequence: 4, action: 'erased', actor: 'An Officer', details: { reason: 'Request 9' } },
    ]);
    expect((await run('audit', '--action', 'erased')).stdout).toMatch(
      /^4 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}erased {2}An Officer {2}9994999 {2}about \d subjects?\n$/,
    );
    expect((await run('audit', '--since', '2999-01-01')).stdout).toBe('No entries.\n');
  });

  it('checks the trail', async () => {
    const { code, stdout } = await run('audit', '--verify');
    expect(code).toBe(ExitCode.clean);
    const head = /^4 entries: the trail is as it was written\nhead (4:[0-9a-f]{64})\n$/.exec(stdout)?.[1];
    expect((await run('audit', '--expect', head!)).code).toBe(ExitCode.clean);
    const cut = await run('audit', '--verify', '--json', '--expect', `5:${head!.slice(2)}`);
    expect(cut.code).toBe(ExitCode.dataErrors);
    expect(json(cut.stdout)).toMatchObject({ ok: false, brokenAt: 5, entries: 4 });
  });
});
