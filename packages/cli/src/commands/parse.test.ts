import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema } from '@rollbook/parser-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

describe('parse', () => {
  let folder: string;
  let bytes: Buffer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-cli-'));
    bytes = await readFile(join(fixtures, fixture));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('writes a canonical record a line, each with the digest of the file', async () => {
    const { code, stdout, stderr } = await runCaptured(['parse', fixture]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const records = lines(stdout).map((line) => canonicalRecordSchema.parse(JSON.parse(line)));
    expect(records.filter(({ kind }) => kind === 'pupil')).toHaveLength(3);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const { provenance } of records) {
      expect(provenance.file).toMatchObject({ name: fixture, sha256, size: bytes.length, format: 'ctf' });
    }
  });

  it('reads standard input, whose digest nobody knows while it is read', async () => {
    const { code, stdout } = await runCaptured(['parse', '-'], { stdin: bytes });
    expect(code).toBe(0);
    expect(lines(stdout).length).toBeGreaterThan(3);
  });

  describe('with a date that is none', () => {
    beforeEach(async () => {
      const damaged = bytes.toString('utf8').replace('2014-11-20', 'Sampleton');
      await writeFile(join(folder, 'dates.xml'), damaged);
    });

    it('sums issues up on standard error, without data of pupils', async () => {
      const { code, stderr } = await runCaptured(['parse', 'dates.xml'], { cwd: folder });
      expect([ExitCode.clean, ExitCode.dataErrors]).toContain(code);
      expect(stderr).toMatch(/^dates\.xml: \d+ errors?, \d+ quer(y|ies), \d+ infos?\n {2}\w+ +ctf-/);
      for (const canary of canaries) expect(stderr).not.toContain(canary);
    });

    it('writes them to the file of --issues instead, for its owner alone', async () => {
      const argv = ['parse', 'dates.xml', '--issues', 'issues.ndjson'];
      const { stderr } = await runCaptured(argv, { cwd: folder });
      expect(stderr).toBe('');
      const issues = lines(await readFile(join(folder, 'issues.ndjson'), 'utf8'));
      expect(issues.length).toBeGreaterThan(0);
      for (const line of issues) issueSchema.parse(JSON.parse(line));
      if (process.platform !== 'win32')
        expect((await stat(join(folder, 'issues.ndjson'))).mode & 0o777).toBe(0o600);
    });
  });

  it('refuses to write issues over the file that it reads', async () => {
    await writeFile(join(folder, 'a.xml'), bytes);
    const { code, stderr } = await runCaptured(['parse', 'a.xml', '--issues', './a.xml'], { cwd: folder });
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('would be lost');
    expect(await readFile(join(folder, 'a.xml'))).toEqual(bytes);
  });

  it('exits with 2 when the file of --issues can not be made', async () => {
    const { code, stderr } = await runCaptured(['parse', fixture, '--issues', 'no/such/folder/x']);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('ENOENT');
  });

  it('says where a file broke off', async () => {
    await writeFile(join(folder, 'cut.xml'), bytes.subarray(0, bytes.length - 200));
    const { code, stderr } = await runCaptured(['parse', 'cut.xml'], { cwd: folder });
    expect(code).toBe(ExitCode.unreadable);
    expect(stderr).toMatch(/^cut\.xml: .+ \(line \d+, column \d+\)\n {2}The file is incomplete/);
    for (const canary of canaries) expect(stderr).not.toContain(canary);
  });

  it('takes the named format at its word', async () => {
    const { code, stderr } = await runCaptured(['parse', '-', '--format', 'ctf'], { stdin: '<feed/>' });
    expect(code).toBe(ExitCode.unreadable);
    expect(stderr).toContain('not CTfile (line 1, column 1)');
  });
});
