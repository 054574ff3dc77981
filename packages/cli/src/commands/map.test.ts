import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapping } from '@rollbook/parser-spreadsheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

/** Names, UPNs and birth dates of the list. */
const words = [...canaries, 'Ann', 'Bea', 'Carl', '001999918', '20/11/2014', '104001', 'Blue'];

describe('map, and --mapping', () => {
  let folder: string;
  const at = {
    get cwd() {
      return folder;
    },
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-cli-'));
    for (const name of ['pupils.csv', 'pupils.yaml', fixture])
      await copyFile(join(fixtures, name), join(folder, name));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('writes a mapping to standard output, and how sure it is to standard error, without data of pupils', async () => {
    const { code, stdout, stderr } = await runCaptured(['map', 'pupils.csv'], at);
    expect(code).toBe(ExitCode.clean);
    const mapping = parseMapping(stdout);
    expect(mapping.sheets[0]?.columns).toEqual([
      { column: 'UPN', field: 'pupil.upn' },
      { column: 'Surname', field: 'pupil.surname' },
      { column: 'Forename', field: 'pupil.forename' },
      { column: 'DOB', field: 'pupil.birthDate' },
      { column: 'Sex', field: 'pupil.sex' },
      { column: 'Adno', field: 'enrolment.admissionNumber' },
      { column: 'Haus', field: expect.any(String) },
    ]);
    expect(stdout).toMatch(/# 0\.98: the heading is known, and all values are UPNs/);
    expect(stderr).toMatch(
      /^pupils\.csv: 7 columns\n {2}A {2}UPN +0\.98 {2}pupil\.upn +the heading is known/,
    );
    expect(stderr).toContain('Neither the file nor the mapping says which school it is of.');
    for (const word of words) {
      expect(stdout).not.toContain(word);
      expect(stderr).not.toContain(word);
    }
  });

  it('writes it to the file of --output, and over one only with --force', async () => {
    const argv = ['map', 'pupils.csv', '--output', 'new.yaml', '--school', '999/8888'];
    const first = await runCaptured(argv, at);
    expect([first.code, first.stdout]).toEqual([ExitCode.clean, '']);
    const text = await readFile(join(folder, 'new.yaml'), 'utf8');
    expect(parseMapping(text)).toMatchObject({ version: 1, school: '9998888' });
    const again = await runCaptured(argv, at);
    expect(again.code).toBe(ExitCode.usage);
    expect(again.stderr).toContain('new.yaml is there already; --force replaces it');
    await writeFile(join(folder, 'new.yaml'), 'old');
    expect((await runCaptured([...argv, '--force'], at)).code).toBe(ExitCode.clean);
    expect(await readFile(join(folder, 'new.yaml'), 'utf8')).toBe(text);
  });

  it.each([
    [
      'over the file that it reads',
      ['map', 'pupils.csv', '--output', './pupils.csv', '--force'],
      'would be lost',
    ],
    ['into a folder that is not there', ['map', 'pupils.csv', '--output', 'no/such/x.yaml'], 'ENOENT'],
    ['with --force alone', ['map', 'pupils.csv', '--force'], '--force goes with --output'],
    ['with a school that is none', ['map', 'pupils.csv', '--school', '12'], 'seven digits'],
    [
      'with an encoding that is none',
      ['map', 'pupils.csv', '--encoding', 'ebcdic'],
      'Known encodings: utf-8',
    ],
  ])('exits with 2 %s', async (_name, argv, message) => {
    const before = (await stat(join(folder, 'pupils.csv'))).mtimeMs;
    const { code, stdout, stderr } = await runCaptured(argv, at);
    expect([code, stdout]).toEqual([ExitCode.usage, '']);
    expect(stderr).toContain(message);
    expect((await stat(join(folder, 'pupils.csv'))).mtimeMs).toBe(before);
  });

  it('exits with 3 for what is no table, with what to do', async () => {
    await writeFile(
      join(folder, 'old.xls'),
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(900)]),
    );
    await writeFile(join(folder, 'prose.txt'), 'Dear all,\nhere it is.\n');
    const old = await runCaptured(['map', 'old.xls'], at);
    expect([old.code, old.stdout]).toEqual([ExitCode.unreadable, '']);
    expect(old.stderr).toMatch(/^old\.xls: .*\.xls.*\n {2}Open it in Excel or LibreOffice and save it as/);
    for (const name of ['prose.txt', 'missing.xlsx']) {
      const { code, stderr } = await runCaptured(['map', name], at);
      expect(code, name).toBe(ExitCode.unreadable);
      expect(stderr).toMatch(/\n {2}\S/);
    }
  });

  it('is what parse reads by, with the school that --school names', async () => {
    const { code, stdout, stderr } = await runCaptured(
      ['parse', 'pupils.csv', '--mapping', 'pupils.yaml', '--school', '9998888'],
      at,
    );
    expect(stderr).toMatch(/0 errors/);
    expect(code).toBe(ExitCode.clean);
    const records = lines(stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.filter(({ kind }) => kind === 'enrolment')).toMatchObject([
      { admissionNumber: '104001', house: 'Red', school: '9998888', attended: '9998888' },
      { admissionNumber: '104002', house: 'Blue' },
      { admissionNumber: '004003', house: 'Red', sent: { admissionNumber: '4003' } },
    ]);
  });

  it('is what validate and load read by', async () => {
    const how = ['--mapping', 'pupils.yaml', '--school', '9998888', ...asOf, '--json'];
    const checked = await runCaptured(['validate', 'pupils.csv', ...how], at);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      files: [{ figures: { format: 'spreadsheet', byKind: { pupil: 3, enrolment: 3 }, error: null } }],
    });
    const loaded = await runCaptured(['load', 'pupils.csv', ...how, '--db', 'pglite:./store'], at);
    const report = JSON.parse(loaded.stdout) as Record<string, unknown>;
    const load = async (mapping: string) => {
      const argv = ['load', 'pupils.csv', '--mapping', mapping, '--school', '9998888', ...asOf, '--json'];
      const { stdout } = await runCaptured([...argv, '--db', 'pglite:./store'], at);
      return JSON.parse(stdout) as { unchanged: number; files: { repeatOf: number | null }[] };
    };
    // By another mapping the file is no repeat
    const text = await readFile(join(folder, 'pupils.yaml'), 'utf8');
    await writeFile(join(folder, 'other.yaml'), text.replace('enrolment.house', 'ignore'));
    const other = await load('other.yaml');
    expect(other.files[0]?.repeatOf).toBeNull();
    expect((await load('other.yaml')).files[0]?.repeatOf).not.toBeNull();
    expect(report).toMatchObject({
      received: 6,
      files: [{ format: 'spreadsheet', school: '9998888', error: null }],
    });
  }, 120_000);

  it('reads standard input', async () => {
    const stdin = await readFile(join(folder, 'pupils.csv'));
    const mapped = await runCaptured(['map', '-'], { ...at, cwd: folder, stdin });
    expect(parseMapping(mapped.stdout).sheets[0]?.columns).toHaveLength(7);
    const parsed = await runCaptured(['parse', '-', '--mapping', 'pupils.yaml'], { cwd: folder, stdin });
    expect(lines(parsed.stdout)).toHaveLength(6);
  });

  it.each([
    ['a mapping that is not there', ['--mapping', 'none.yaml'], 'ENOENT'],
    [
      'a mapping that is none',
      ['--mapping', 'bad.yaml'],
      'line 5, column 22: There is no field "pupil.upnn". Did you mean pupil.upn?',
    ],
    [
      'a mapping for another format',
      ['--mapping', 'pupils.yaml', '--format', 'ctf'],
      '--mapping is for spreadsheets',
    ],
    ['a school that is none', ['--school', '856'], 'seven digits'],
    ['an encoding that is none', ['--encoding', 'klingon'], 'Known encodings: utf-8'],
  ])('exits with 2 for %s, in every command that reads', async (_name, options, message) => {
    await writeFile(
      join(folder, 'bad.yaml'),
      'version: 1\nsheets:\n  - sheet: A\n    columns:\n      - { column: X, field: pupil.upnn }\n',
    );
    for (const command of ['parse', 'validate', 'load']) {
      const { code, stdout, stderr } = await runCaptured([command, 'pupils.csv', ...options], at);
      expect([code, stdout], command).toEqual([ExitCode.usage, '']);
      expect(stderr).toContain(message);
    }
    expect((await stat(join(folder, 'rollbook-data')).catch(() => undefined))?.isDirectory()).toBeUndefined();
  });

  it('reads text by the encoding that --encoding names', async () => {
    const text = await readFile(join(folder, 'pupils.csv'), 'utf8');
    await writeFile(join(folder, 'latin.csv'), Buffer.from(text.replace('Sampleton', 'Sämpleton'), 'latin1'));
    const { stdout } = await runCaptured(
      ['parse', 'latin.csv', '--mapping', 'pupils.yaml', '--encoding', 'ISO-8859-1'],
      at,
    );
    expect(stdout).toContain('"surname":"Sämpleton"');
    const other = await runCaptured(['parse', fixture, '--school', '9994999', '--encoding', 'utf8'], at);
    expect(other.code).toBe(ExitCode.clean);
  });
});
