import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NccisYoungPerson, writeNccisXml } from '@rollbook/target-profile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { lines, runCaptured } from '../run-captured.test-support.js';

const person = (index: number, of: Partial<NccisYoungPerson> = {}): NccisYoungPerson => ({
  youngPersonsId: String(9990000000000 + index),
  cohortStatus: 'P',
  givenName: 'Zoë',
  familyName: `Sampleton${index}`,
  addressLine1: '1 Low Street',
  postcode: 'ZZ99 9ZZ',
  gender: 'F',
  dob: '2009-11-20',
  ethnicity: 'WBRI',
  levelOfNeedCode: '3',
  guaranteeYear11: { guaranteeStatus: '110', leaCode: '856' },
  activity: {
    ...{
      activityCode: '210',
      startDate: '2026-09-01',
      dateAscertained: '2026-09-10',
      dateVerified: '2026-10-01',
    },
    ...{ establishmentNumber: '8564001', predictedEndDate: '2027-07-31' },
  },
  ...of,
});
const canaries = ['Sampleton', 'Low Street', '9990000000001', '2009-11-20'];

describe('export profile', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (argv: readonly string[], env = {}) => runCaptured(argv, { cwd: folder, env });
  const base = ['export', 'profile', '--date', '2026-10-31', '--la', '856', '--database', '999'];
  const exported = (...argv: string[]) => run([...base, ...argv]);
  const by = ['--by', 'A. Officer'];
  const read = (...names: string[]) => readFile(join(folder, ...names), 'utf8');
  const load = async (
    name: string,
    people: readonly NccisYoungPerson[],
    dateOfSend: string,
  ): Promise<void> => {
    const header = { databaseIds: ['999'], sourceLeas: ['856'], dateOfSend, periodEnd: '2026-10-31' };
    let text = '';
    for await (const piece of writeNccisXml(header, people)) text += piece;
    await writeFile(join(folder, name), text);
    const loaded = await run(['load', name, '--as-of', '2026-11-03']);
    expect(loaded.stderr).toBe('');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-profile-'));
    await load('one.xml', [person(1), person(2), person(3, { dob: '2015-01-01' })], '2026-11-03');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('writes the monthly return, and notes it, without data of anybody on the screen', async () => {
    const { code, stdout } = await exported('--out', 'out', ...by);
    expect(stdout).toContain('3 pupils: 2 young people in the return\n  left out: too-young 1');
    expect(stdout).toContain('not sent: ethnicity 2');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
    // The DfE’s rules are told; ethnicity and SEN weren’t to be sent.
    expect(stdout).toMatch(/issues: nccis-103 2, .*nccis-6 2/);
    expect(stdout).not.toContain('nccis-905');
    expect(code).toBe(ExitCode.clean);
    const xml = await read('out', 'NCCIS_999_2026-10-31.xml');
    expect(xml).toContain('<PeriodEnd>2026-10-31</PeriodEnd>');
    expect(xml).toContain('<DateVerified>2026-10-01</DateVerified>');
    expect(xml.match(/<YoungPersonsRecord>/g)).toHaveLength(2);
    expect(xml).not.toContain('<Ethnicity>');
    const audit = lines((await run(['audit', '--action', 'exported', '--json'])).stdout).map(
      (line) => JSON.parse(line) as unknown,
    );
    expect(audit).toMatchObject([
      {
        actor: 'A. Officer',
        details: { target: 'profile', files: [{ pupils: 2, withheld: { ethnicity: 2 } }] },
      },
    ]);
  });

  it('writes what is sensitive when it is named, and no address that is withheld', async () => {
    await writeFile(join(folder, 'protected.txt'), 'id:9990000000001\n');
    await exported(
      '--out',
      'named',
      '--include',
      'ethnicity',
      '--withhold-addresses',
      'protected.txt',
      ...by,
    );
    const [, first = '', second = ''] = (await read('named', 'NCCIS_999_2026-10-31.xml')).split(
      '<YoungPersonsRecord>',
    );
    expect(first).toContain('<Ethnicity>WBRI</Ethnicity>');
    expect(first).not.toContain('Low Street');
    expect(second).toContain('Low Street');
  });

  it('writes what changed since the last time, and counts who is gone', async () => {
    const state = ['--state', 'nccis.state', '--out', 'changes', ...by, '--json'];
    const changes = async (...argv: string[]) =>
      (JSON.parse((await exported(...state, ...argv)).stdout) as { changes: unknown }).changes;
    expect(await changes()).toMatchObject({ new: 2, unchanged: 0 });
    expect(await changes()).toMatchObject({ new: 0, unchanged: 2, gone: 0 });
    expect(await read('changes', 'NCCIS_999_2026-10-31.xml')).not.toContain('YoungPersonsRecord');
    const text = await read('nccis.state');
    for (const canary of canaries) expect(text).not.toContain(canary);
    await load('two.xml', [person(1, { givenName: 'Zoe' })], '2026-11-04');
    expect(await changes()).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await changes('--full')).toMatchObject({ unchanged: 2 });
    expect((await read('changes', 'NCCIS_999_2026-10-31.xml')).match(/<YoungPersonsRecord>/g)).toHaveLength(
      2,
    );
    expect(await changes('--school', '8564001')).toMatchObject({ received: 0, gone: 2 });
    const other = await run([...base, ...state], { ROLLBOOK_EXPORT_SECRET: 'a secret of sixteen' });
    expect(other.code).toBe(ExitCode.unreadable);
  });

  it('writes the flat CSV and the survey', async () => {
    await exported('--out', 'csv', '--format', 'csv', ...by);
    expect(lines(await read('csv', 'NCCIS_999_2026-10-31.csv'))).toHaveLength(3);
    const survey = base.with(base.indexOf('2026-10-31'), '2026-11-01');
    await run([...survey, '--format', 'survey', '--out', 'survey', ...by]);
    expect(await readdir(join(folder, 'survey'))).toEqual(['NCCIS_999_survey_2026-11-01.csv']);
    expect(lines(await read('survey', 'NCCIS_999_survey_2026-11-01.csv')).length).toBeGreaterThan(1);
  });

  it('exits with 1 where a rule of priority 1 is broken', async () => {
    await load('three.xml', [person(4, { postcode: undefined as never })], '2026-11-05');
    const { code, stdout } = await exported('--dry-run');
    expect(stdout).toContain('nccis-32 1');
    expect(code).toBe(ExitCode.dataErrors);
  });

  it('writes nothing on a dry run', async () => {
    const before = await readdir(folder);
    expect((await exported('--dry-run', '--state', 'dry.state')).stdout).toContain('3 young people');
    expect(await readdir(folder)).toEqual(before);
  });

  it('says what is wrong with how it was called', async () => {
    for (const [argv, told] of [
      [[], '--out and --by'],
      [['--dry-run', '--full'], '--full goes with --state'],
      [['--dry-run', '--format', 'survey'], '1 November'],
      [['--dry-run', '--include', 'everything'], 'Allowed choices'],
      [['--dry-run', '--la', '004'], 'authority'],
    ] as const) {
      const { code, stderr } = await exported(...argv);
      expect(stderr, argv.join(' ')).toContain(told);
      expect(code).toBe(ExitCode.usage);
    }
  });
});
