import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { reportFormats, reportSchema } from '@rollbook/validate/reports';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

describe('validate', () => {
  it('reports by code, worst first, with places and without data of pupils', async () => {
    const { code, stdout, stderr } = await runCaptured(['validate', fixture, ...asOf]);
    expect(code).toBe(ExitCode.dataErrors);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\n {2}error {2}1510 +1 × {2}UPN has the wrong check letter/);
    expect(stdout.indexOf('error  ')).toBeLessThan(stdout.indexOf('query  '));
    expect(stdout).toMatch(/line \d+, column \d+ {2}upn\n/);
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it('shows values and keys with --identify', async () => {
    const { stdout } = await runCaptured(['validate', fixture, ...asOf, '--identify']);
    expect(stdout).toContain('"A999499921002"');
  });

  it('shows at most as many places as --max-issues says, and counts all', async () => {
    const all = await runCaptured(['validate', fixture, ...asOf]);
    const one = await runCaptured(['validate', fixture, ...asOf, '--max-issues', '1']);
    const places = (text: string) => lines(text).filter((line) => /^ {9}line \d/.test(line)).length;
    expect(places(all.stdout)).toBeGreaterThan(1);
    expect(places(one.stdout)).toBe(1);
    expect(lines(one.stdout)[0]).toBe(lines(all.stdout)[0]);
  });

  it('prints one JSON document with --json', async () => {
    const { code, stdout } = await runCaptured(['validate', fixture, 'missing.xml', ...asOf, '--json']);
    expect(code).toBe(ExitCode.unreadable);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({
      run: { asOf: '2026-01-15', identify: false },
      files: [
        { path: fixture, figures: { format: 'ctf', version: '25.0', issues: { error: 1 }, error: null } },
        { path: 'missing.xml', figures: { records: 0, byCode: [], error: { code: 'file-not-found' } } },
      ],
      end: { files: 2, unreadable: 1, passed: false },
    });
    expect(report.files[0]!.figures!.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it('judges by the day of --as-of', async () => {
    const codes = async (day: string): Promise<unknown> => {
      const { stdout } = await runCaptured(['validate', fixture, '--as-of', day, '--json']);
      return reportSchema.parse(JSON.parse(stdout)).files[0]!.figures!.byCode.map(({ code }) => code);
    };
    // On that day none of the pupils was born.
    expect(await codes('2014-01-01')).not.toEqual(await codes('2026-01-15'));
  });
});

describe('validate --report', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-report-'));
    await copyFile(join(fixtures, fixture), join(folder, fixture));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const inFolder = (...args: string[]) =>
    runCaptured(['validate', fixture, ...asOf, ...args], { cwd: folder });
  const read = (name: string) => readFile(join(folder, name), 'utf8');

  it.each(reportFormats)('%s goes to standard output alone, without data of pupils', async (format) => {
    const { code, stdout, stderr } = await inFolder('--report', format);
    expect(code).toBe(ExitCode.dataErrors);
    expect(stderr).toBe('');
    expect(stdout).toContain('1510');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it.each(reportFormats)('%s holds data of pupils with --identify', async (format) => {
    const { stdout } = await inFolder('--report', format, '--identify');
    expect(stdout).toContain('A999499921002');
  });

  it('writes several at once, and tells the terminal what it tells without', async () => {
    const { code, stdout } = await inFolder(
      ...['--report', 'ndjson', '--out', 'a.ndjson', '--report', 'junit', '--out', 'b.xml'],
    );
    expect(code).toBe(ExitCode.dataErrors);
    expect(stdout).toBe((await inFolder()).stdout);
    const issues = lines(await read('a.ndjson'))
      .map((line) => JSON.parse(line) as { type: string })
      .filter(({ type }) => type === 'issue');
    expect(issues.length).toBeGreaterThan(3);
    expect(await read('b.xml')).toMatch(/^<\?xml[\s\S]*<\/testsuites>\n?$/);
    expect((await readdir(folder)).sort()).toEqual([fixture, 'a.ndjson', 'b.xml']);
  });

  it('lists no more issues than --max-issues says, one of each code first', async () => {
    const { stdout } = await inFolder('--report', 'json', '--max-issues', '2');
    const [file] = reportSchema.parse(JSON.parse(stdout)).files;
    expect(file!.figures!.listed).toBe(2);
    expect(new Set(file!.issues.map(({ code }) => code)).size).toBe(2);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const abort = new AbortController();
    const stdin = new PassThrough();
    const running = runCaptured(['validate', '-', '--report', 'html', '--out', 'page.html'], {
      cwd: folder,
      stdin,
      signal: abort.signal,
    });
    setTimeout(() => abort.abort(), 100);
    expect((await running).code).toBe(ExitCode.interrupted);
    expect(await readdir(folder)).toEqual([fixture]);
  });

  it.each([
    ['--out without a report', ['--out', 'a'], 'no --report'],
    ['two reports on standard output', ['--report', 'json', '--report', 'csv'], 'its own --out'],
    [
      'two reports in one file',
      ['--report', 'json', '--out', 'a', '--report', 'csv', '--out', 'a'],
      'the same --out',
    ],
    ['--json beside --report', ['--json', '--report', 'csv'], 'short for'],
    ['a report that is none', ['--report', 'pdf'], 'Known reports'],
    ['a folder that is none', ['--report', 'csv', '--out', 'no/where.csv'], 'ENOENT'],
    ['the file that is read', ['--report', 'csv', '--out', `./${fixture}`], 'would be lost'],
    ['a severity that is none', ['--fail-on', 'fatal'], 'error, query'],
  ])('refuses %s', async (_, args, says) => {
    const before = await read(fixture);
    const { code, stderr } = await inFolder(...args);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain(says);
    expect(await readdir(folder)).toEqual([fixture]);
    expect(await read(fixture)).toBe(before);
  });

  it('wants something to check', async () => {
    const { code, stderr } = await runCaptured(['validate'], { cwd: folder });
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('Nothing to check');
  });
});

describe('validate --rules', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-rules-'));
    await copyFile(join(fixtures, fixture), join(folder, fixture));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds files to a council’s own settings, and --fail-on to queries', async () => {
    await writeFile(
      join(folder, 'rules.yaml'),
      `version: 1
packs: [identity]
rules:
  '1510': query
  '1530': off
own:
  - code: no-boys
    title: Pupil is a boy
    severity: info
    kind: pupil
    help: This is for a test.
    expect: { field: sex, is: F }
`,
    );
    const run = (...args: string[]) =>
      runCaptured(['validate', fixture, ...asOf, '--rules', 'rules.yaml', ...args], { cwd: folder });
    const { code, stdout } = await run();
    expect(code).toBe(ExitCode.clean);
    expect(stdout).toContain('query  1510');
    expect(stdout).toContain('no-boys');
    expect(stdout).not.toContain('1530');
    expect((await run('--fail-on', 'query')).code).toBe(ExitCode.dataErrors);
  });

  it('says by line what is wrong in it', async () => {
    await writeFile(join(folder, 'rules.yaml'), `version: 1\nrules:\n  '1511': off\n`);
    const { code, stderr } = await runCaptured(['validate', fixture, '--rules', 'rules.yaml'], {
      cwd: folder,
    });
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toMatch(/rules\.yaml:[\s\S]*3[\s\S]*1511/);
    const none = await runCaptured(['validate', fixture, '--rules', 'none.yaml'], { cwd: folder });
    expect(none.stderr).toContain('ENOENT');
  });
});

describe('validate --history', () => {
  it('says what is new, fixed and still there since the last file of the school', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rollbook-history-'));
    try {
      const text = await readFile(join(fixtures, fixture), 'utf8');
      const run = async (name: string, content: string) => {
        await writeFile(join(folder, name), content);
        return runCaptured(['validate', name, ...asOf, '--history', 'history'], { cwd: folder });
      };
      const first = await run('9994999_CTF_999LLLL_001.xml', text);
      expect(first.stdout).not.toContain('since');
      // The same file again is not compared with itself.
      expect((await run('9994999_CTF_999LLLL_001.xml', text)).stdout).not.toContain('since');
      const mended = text.replace('<UPN>A999499921002</UPN>', '<UPN>H999499921002</UPN>');
      expect(mended).not.toBe(text);
      const second = await run('9994999_CTF_999LLLL_002.xml', mended);
      expect(second.stdout).toMatch(
        /since 9994999_CTF_999LLLL_001\.xml \(\d{4}-\d\d-\d\d\): \d+ new, [1-9]\d* fixed/,
      );
      await writeFile(join(folder, 'history', 'key'), 'short');
      const damaged = await run('9994999_CTF_999LLLL_002.xml', mended);
      expect(damaged.code).toBe(ExitCode.usage);
      expect(damaged.stderr).toContain('key of the history');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
