import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

describe('export of lists', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });
  const csv = (...argv: string[]) =>
    run('export', 'profile-csv', '--date', '2026-01-15', '--by', 'Me', '--out', 'out', ...argv);
  const starters = (...argv: string[]) =>
    run(
      'export',
      'starters-leavers',
      '--from',
      '2021-09-01',
      '--to',
      '2021-09-30',
      '--by',
      'Me',
      '--out',
      'out',
      ...argv,
    );
  const read = (name: string) => readFile(join(folder, 'out', name), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-lists-'));
    await writeFile(join(folder, 'one.xml'), await readFile(join(fixtures, fixture)));
    await run('load', 'one.xml', ...asOf);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('writes a CSV by a layout of the council’s', async () => {
    const layout = {
      id: 'own',
      title: 'Own',
      columns: [
        { heading: 'Name', field: 'surname' },
        { heading: 'Eth', field: 'ethnicity' },
      ],
    };
    await writeFile(join(folder, 'layout.json'), JSON.stringify(layout));
    const { code, stdout } = await csv('--layout', 'layout.json');
    expect(stdout).toBe('profile_own_2026-01-15.csv: 2 pupils, 2 rows\n');
    expect(code).toBe(ExitCode.clean);
    expect(await read('profile_own_2026-01-15.csv')).toMatch(/^\ufeffName,Eth\r\nSampleton,\r\n/);
    await csv('--layout', 'layout.json', '--special');
    expect(await read('profile_own_2026-01-15.csv')).toContain('Sampleton,WBRI');
    expect(JSON.parse((await csv('--layout', 'roll', '--json')).stdout)).toMatchObject({
      balance: { received: 2, written: 0, leftOut: { 'not-selected': 2 } },
    });
    expect((await run('audit', '--action', 'exported', '--json')).stdout).toContain('profile-csv');
  });

  it('exits with 1 where a row was left out', async () => {
    const columns = [{ heading: 'Name', field: 'surname', maxLength: 3 }];
    await writeFile(join(folder, 'short.json'), JSON.stringify({ id: 'short', title: 'Short', columns }));
    const { code, stdout } = await csv('--layout', 'short.json');
    expect(code).toBe(ExitCode.dataErrors);
    expect(stdout).toContain('0 rows\n  issues: profile-csv-too-long 2');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
  });

  it('writes starters and leavers', async () => {
    const { stdout } = await starters('--list', 'education');
    expect(stdout).toMatch(/^starters_leavers_education_2021-09-01_2021-09-30\.csv: \d rows?\n$/);
    const text = await read('starters_leavers_education_2021-09-01_2021-09-30.csv');
    expect(text).toMatch(/^Forename,Surname,DOB,Postcode,UPN,DfENo,/);
    expect(text).toContain(',9994999,01/09/2021,');
    expect((await starters('--list', 'training', '--json')).stdout).toContain('"rows":0');
    expect(lines(await read('starters_leavers_training_2021-09-01_2021-09-30.csv'))).toHaveLength(1);
  });

  it('says what is wrong with how it was called', async () => {
    await writeFile(
      join(folder, 'wrong.json'),
      '{"id":"a","title":"A","columns":[{"heading":"X","field":"shoeSize"}]}',
    );
    await writeFile(join(folder, 'no.json'), '{');
    for (const [result, told] of [
      [csv('--layout', 'nothing'), 'roll, intended-destinations, early-leavers'],
      [csv('--layout', 'no.json'), 'no JSON'],
      [csv('--layout', 'wrong.json'), 'columns.0.field'],
      [starters('--list', 'all'), 'Allowed choices'],
      [starters('--list', 'training', '--to', '2021-08-31'), '--to comes before --from'],
    ] as const) {
      const { code, stderr } = await result;
      expect(stderr).toContain(told);
      expect(code).toBe(ExitCode.usage);
    }
  });
});
