import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema } from '@rollbook/validate/reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

describe('validate --db', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-across-'));
    const text = await readFile(join(fixtures, fixture), 'utf8');
    const elsewhere = text.replaceAll('<Estab>4999</Estab>', '<Estab>4998</Estab>');
    expect(elsewhere).not.toBe(text);
    await writeFile(join(folder, 'one.xml'), text);
    await writeFile(
      join(folder, 'two.xml'),
      elsewhere.replaceAll('<DOB>2014-11-20</DOB>', '<DOB>2014-11-21</DOB>'),
    );
    await run('load', 'one.xml', ...asOf);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('finds nothing in a store of one school', async () => {
    const { code, stdout } = await run('validate', '--db', 'pglite:./rollbook-data', ...asOf);
    expect(code).toBe(ExitCode.clean);
    expect(stdout).toContain('the store, across its schools: ');
    expect(lines(stdout)).toHaveLength(1);
  });

  it('finds what two schools hold of the same pupils, without saying whom', async () => {
    await run('load', 'two.xml', ...asOf);
    const db = ['--db', 'pglite:./rollbook-data', ...asOf];
    const told = await run('validate', ...db);
    expect(told.stdout).toMatch(/query {2}birth-date-differs/);
    expect(told.code).toBe(ExitCode.clean);
    expect((await run('validate', ...db, '--fail-on', 'query')).code).toBe(ExitCode.dataErrors);
    const both = await run('validate', 'one.xml', ...db, '--json');
    const { files } = reportSchema.parse(JSON.parse(both.stdout));
    expect(files.map(({ path }) => path)).toEqual(['one.xml', null]);
    expect(files[1]!.figures).toMatchObject({ pupils: 0, issues: { query: files[1]!.issues.length } });
    expect(['9994999', '9994998']).toContain(files[1]!.issues[0]!.school);
    for (const canary of canaries) expect(both.stdout).not.toContain(canary);
  });

  it('makes no store where there is none', async () => {
    const { code, stderr } = await run('validate', '--db', 'pglite:./nowhere');
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('There is no store');
  });
});
