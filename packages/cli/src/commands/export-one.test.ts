import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import type { SchoolExport } from '../export-text.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

const school = ['--school', '9994999'];
const by = ['--by', 'A. Officer'];

describe('export one', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });
  const exportOne = (...argv: string[]) => run('export', 'one', ...school, '--as-of', '2026-01-15', ...argv);
  const read = (...names: string[]) => readFile(join(folder, ...names), 'utf8');
  const json = async (...argv: string[]) => {
    const { stdout } = await exportOne('--json', ...argv);
    return JSON.parse(stdout) as { schools: SchoolExport[]; acrossSchools: number };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-export-'));
    const text = (await readFile(join(fixtures, fixture), 'utf8')).replace(
      '</BasicDetails>',
      '</BasicDetails><Address><Street>Low Street</Street><PostCode>ZZ9 9ZZ</PostCode></Address>',
    );
    await writeFile(join(folder, 'one.xml'), text);
    await writeFile(join(folder, 'known.xml'), text.replaceAll('Sampleton', 'Sampleworth'));
    await run('load', 'one.xml', ...asOf);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('writes the CTF and files for an officer, for their owner’s eyes only, and notes it', async () => {
    const { code, stdout } = await exportOne('--out', 'to-one', ...by);
    expect(code).toBe(ExitCode.clean);
    expect(stdout).toContain('9994999: 2 pupils');
    expect(stdout).toContain('9994999_CTF_999LLLL_001.xml: 2 pupils');
    for (const canary of canaries) expect(stdout).not.toContain(canary);
    const names = await readdir(join(folder, 'to-one'));
    expect(names).toEqual(expect.arrayContaining(['9994999_CTF_999LLLL_001.xml', '9994999_pupils.csv']));
    for (const name of names) {
      expect(name).toMatch(/^[\w.-]+$/);
      expect((await stat(join(folder, 'to-one', name))).mode & 0o077).toBe(0);
    }
    const ctf = await read('to-one', '9994999_CTF_999LLLL_001.xml');
    expect(ctf).toContain('<CTFversion>25.0</CTFversion><DateTime>2026-01-15T09:00:00</DateTime>');
    expect(ctf).toContain('Sampleton');
    const audit = lines((await run('audit', '--action', 'exported', '--json')).stdout).map(
      (line) => JSON.parse(line) as { actor: string; details: { files: { name: string; sha256: string }[] } },
    );
    expect(audit).toMatchObject([{ actor: 'A. Officer', school: '9994999', details: { target: 'one' } }]);
    expect(audit[0]!.details.files.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('writes a file that loads as the same pupils', async () => {
    const all = 'ethnicity religion health sen looked-after exclusions extensions'.split(' ');
    await exportOne('--out', 'back', '--format', 'ctf', '--include', ...all, ...by);
    const { stdout } = await run(
      'load',
      join('back', '9994999_CTF_999LLLL_001.xml'),
      ...['--db', 'pglite:./again', '--json'],
      ...asOf,
    );
    expect(JSON.parse(stdout)).toMatchObject({
      quarantined: 0,
      files: [{ byKind: { pupil: { loaded: 2 } } }],
    });
  });

  it('sends what is sensitive only when it is named, and no address that is withheld', async () => {
    const text = await read('one.xml');
    const [, postcode = ''] = /<PostCode>([^<]+)/.exec(text) ?? [];
    const [, upn = ''] = /<UPN>([^<]+)/.exec(text) ?? [];
    expect(postcode).not.toBe('');
    await writeFile(join(folder, 'protected.txt'), `${upn}\r\n`);
    const withhold = ['--withhold-addresses', 'protected.txt'];
    await exportOne('--out', 'hidden', ...withhold, ...by);
    const pupilOf = (ctf: string) => ctf.slice(ctf.indexOf(upn), ctf.indexOf('</Pupil>', ctf.indexOf(upn)));
    const hidden = pupilOf(await read('hidden', '9994999_CTF_999LLLL_001.xml'));
    const shown = pupilOf(await read('to-one', '9994999_CTF_999LLLL_001.xml'));
    expect(shown).toContain(postcode);
    expect(hidden).not.toContain(postcode);
    expect(shown).not.toContain('<Ethnicity>');
    await exportOne('--out', 'named', '--include', 'ethnicity', ...by);
    expect(pupilOf(await read('named', '9994999_CTF_999LLLL_001.xml'))).toContain('<Ethnicity>');
  });

  it('says what ONE would do, and writes nothing then', async () => {
    const { schools } = await json('--dry-run', '--known', 'known.xml');
    expect(schools).toMatchObject([
      {
        school: '9994999',
        pupils: 2,
        outcomes: { 'with-conflicts': 1, matched: 1 },
        conflicts: { surname: 1 },
      },
    ]);
    expect(schools[0]!.files).toEqual([]);
    const told = await exportOne('--dry-run', '--known', 'known.xml');
    expect(told.stdout).toMatch(/ONE: 1 matched, 1 matched with conflicts\n {2}conflicts: surname 1/);
    expect((await json('--dry-run')).schools[0]!.outcomes).toBeNull();
    await writeFile(join(folder, 'rules.json'), '{"default":{"names":"always-import"}}');
    const ruled = await json('--dry-run', '--known', 'known.xml', '--processing', 'rules.json');
    expect(ruled.schools[0]!.outcomes).toMatchObject({ matched: 2 });
    expect(await readdir(folder)).not.toContain('undefined');
  });

  it('writes B2B XML when it is asked for', async () => {
    await exportOne('--out', 'b2b', '--format', 'b2b', ...by);
    const names = await readdir(join(folder, 'b2b'));
    expect(names).toEqual(['B2B_9994999_20260115090000.xml']);
    expect(await read('b2b', names[0]!)).toContain('<Surname>Sampleton</Surname>');
    expect(await readdir(join(folder, 'to-one'))).not.toContain(names[0]);
  });

  it('writes what the school has to correct, with names only when asked', async () => {
    await writeFile(
      join(folder, 'nobody.xml'),
      (await read('one.xml')).replace(/<Pupil>[\s\S]*<\/Pupil>/, ''),
    );
    await exportOne('--out', 'told', '--known', 'nobody.xml', ...by);
    const letter = await read('told', '9994999_rejections.txt');
    expect(letter).toMatch(/Not matched \(2\)/);
    expect(letter).not.toContain('Sampleton');
    expect(await read('told', '9994999_rejections.csv')).toContain('one-unmatched');
    await exportOne('--out', 'told', '--known', 'nobody.xml', '--identify', ...by);
    expect(await read('told', '9994999_rejections.txt')).toContain('Sampleton');
  });

  it('gives GUIDs, and only pupils with something new', async () => {
    const guids = ['--guid-namespace', '0b9f7f3e-4c39-4c1e-9d0a-6f1d5f4a9c11'];
    await exportOne('--out', 'guids', '--format', 'csv', ...guids, ...by);
    expect(await read('guids', '9994999_pupils.csv')).toMatch(/\n[\da-f]{8}-[\da-f]{4}-5/);
    expect((await json('--dry-run', '--changed-since', '1')).schools[0]!.pupils).toBe(0);
    await exportOne('--out', 'changed', '--format', 'ctf', '--changed-since', '0', ...by);
    expect(await read('changed', '9994999_CTF_999LLLL_001.xml')).toContain('<DocumentQualifier>partial<');
  });

  it('says what is wrong with how it was called', async () => {
    await writeFile(join(folder, 'empty.txt'), '\n \n');
    await writeFile(join(folder, 'newest.json'), '{"default":{"names":"newest-wins"}}');
    for (const [argv, told] of [
      [[], '--out and --by'],
      [['--out', 'x'], '--out and --by'],
      [['--dry-run', '--out', 'x'], 'cannot be used with'],
      [['--dry-run', '--include', 'everything'], '--include takes ethnicity'],
      [['--dry-run', '--withhold-addresses', 'empty.txt'], 'names nobody'],
      [['--dry-run', '--withhold-addresses', 'none.txt'], "can't be read"],
      [['--dry-run', '--processing', 'newest.json'], 'ONE has no rule newest-wins'],
      [['--dry-run', '--la', '85'], 'three digits'],
      [['--out', 'x', ...by, '--ctf-version', '11.0'], 'ONE takes CTF 25.0 and 24.0'],
      [['--out', 'x', ...by, '--sequence', '1000'], '1 to 999'],
      [['--out', 'x', ...by, '--guid-namespace', 'council'], 'is a UUID'],
      [['--out', 'one.xml', ...by], "can't be made"],
    ] as const) {
      const { code, stderr } = await exportOne(...argv);
      expect(stderr, argv.join(' ')).toContain(told);
      expect(code).toBe(ExitCode.usage);
    }
    expect((await run('export', 'one', '--school', '12', '--dry-run')).stderr).toContain('LAESTAB');
    expect((await exportOne('--dry-run', '--known', 'none.xml')).code).toBe(ExitCode.unreadable);
  });
});
