import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPupils, openPgliteStore } from '@rollbook/loader';
import { reportSchema } from '@rollbook/validate/reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

const person = '00000000-0000-4000-8000-00000000000a';

describe('conflicts and rejections', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });
  const conflicts = (...argv: string[]) => run('conflicts', ...argv);
  const rejections = (...argv: string[]) => run('rejections', '--school', '9994999', ...argv);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-conflicts-'));
    const text = await readFile(join(fixtures, fixture), 'utf8');
    await writeFile(join(folder, 'one.xml'), text);
    await writeFile(join(folder, 'two.xml'), text.replace('<Surname>Sampleton', '<Surname>Sampleworth'));
    await run('load', 'one.xml', ...asOf);
    // As an officer links a pupil to a person.
    const store = await openPgliteStore(join(folder, 'rollbook-data'));
    try {
      await store.transaction(async (session) => {
        const { rows } = await session.query<{ school: string; key: string }>(
          `SELECT school, key FROM rollbook.pupil WHERE surname LIKE 'Sampleton%'`,
        );
        expect(rows).toHaveLength(1);
        await session.run(`
          CREATE TABLE IF NOT EXISTS rollbook.person (person_id uuid PRIMARY KEY);
          CREATE TABLE IF NOT EXISTS rollbook.person_link (school text, key text, person_id uuid, how text,
            load_id bigint, PRIMARY KEY (school, key))`);
        await session.query('INSERT INTO rollbook.person (person_id) VALUES ($1::uuid)', [person]);
        await session.query(
          `INSERT INTO rollbook.person_link (school, key, person_id, how) VALUES ($1, $2, $3::uuid, 'decision')
           ON CONFLICT (school, key) DO UPDATE SET person_id = excluded.person_id`,
          [rows[0]!.school, rows[0]!.key, person],
        );
        await applyPupils(session, rows);
      });
    } finally {
      await store.close();
    }
    await run('load', 'two.xml', ...asOf);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('shows what waits, and whom and what only when asked', async () => {
    const { code, stdout } = await conflicts();
    expect(code).toBe(ExitCode.clean);
    expect(stdout).toMatch(/^1 {2}9994999 {2}names {2}surname {2}\(load 2, two\.xml\)\n/);
    expect(stdout).toContain('1 conflict to decide on\n9994999  names  1  1 person\n');
    for (const canary of [...canaries, 'Sampleworth', person]) expect(stdout).not.toContain(canary);
    const named = await conflicts('--identify');
    expect(named.stdout).toContain(person);
    expect(named.stdout).toMatch(/held {2}Sampleton.* {2}\(9994999, load 1\)\n {2}sent {2}Sampleworth/);
    const json = await conflicts('--json', '--group', 'names');
    expect(lines(json.stdout).map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { conflictId: 1, field: 'surname', incoming: { source: { file: 'two.xml', loadId: 2 } } },
    ]);
    for (const canary of canaries) expect(json.stdout).not.toContain(canary);
    expect((await conflicts('--school', '9994998')).stdout).toBe('No conflicts wait for a decision.\n');
  });

  it('writes what the school should hear of', async () => {
    const told = await rejections();
    expect(told.code).toBe(ExitCode.clean);
    expect(told.stdout).toContain('value-waiting');
    expect(told.stdout).toMatch(/line \d+.*surname/);
    for (const canary of [...canaries, 'Sampleworth']) expect(told.stdout).not.toContain(canary);
    const json = await rejections('--report', 'json', '--load', '2');
    const report = reportSchema.parse(JSON.parse(json.stdout));
    expect(report.files.map(({ name }) => name)).toContain('two.xml');
    expect(json.stdout).not.toContain('Sampleworth');
    const csv = await rejections('--report', 'csv', '--out', 'out.csv', '--identify');
    expect(csv.code).toBe(ExitCode.clean);
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('Sampleworth');
    expect((await rejections('--since', '2999-01-01')).stdout).toBe(
      'Nothing was rejected, and nothing waits.\n',
    );
  });

  it('says what is wrong with how it was called', async () => {
    for (const argv of [
      ['--accept', '1'],
      ['--accept', 'x', '--by', 'Me'],
      ['--accept', '1', '--refuse', '1', '--by', 'Me'],
      ['--refuse', '99', '--by', 'Me'],
      ['--group', 'adress'],
    ])
      expect((await conflicts(...argv)).code, argv.join(' ')).toBe(ExitCode.usage);
    expect((await run('rejections')).code).toBe(ExitCode.usage);
    expect((await rejections('--since', 'May')).code).toBe(ExitCode.usage);
  });

  it('decides', async () => {
    const { code, stdout } = await conflicts('--refuse', '1', '--by', 'An Officer', '--note', 'No.');
    expect([code, stdout]).toEqual([ExitCode.clean, '1 conflict refused\n']);
    expect((await conflicts('--accept', '1', '--by', 'An Officer')).stderr).toContain('is refused already');
    expect((await rejections()).stdout).toContain('value-refused');
  });
});
