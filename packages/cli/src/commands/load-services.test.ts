import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import type { LoadJson } from '../load-json.js';
import { asOf, runCaptured } from '../run-captured.test-support.js';

const names = 'UPN,Surname,Forename,Date of Birth,Sex';
const ann = 'K999499921001,Testwood,Ann,09/03/2015,F';
const bea = 'Z999499921002,Other,Bea,28/11/2014,F';

/** What a council has in spreadsheets beside rolls: each file, one cell that changes, and its kind of record. */
const lists = [
  {
    kind: 'admission-application',
    text: `${names},Application Reference,Intake Year,Preference 1,Preference 2,Outcome 1\n${ann},REF-1,2027,8562001,8562002,offered\n${bea},REF-2,2027,8562001,,\n`,
    change: ['offered', 'accepted'],
    records: 3,
  },
  {
    kind: 'early-years-funding',
    text: `${names},Setting URN,Academic Year,Term,Universal Hours,Weeks\n${ann},500123,2026/27,Autumn,15,38\n${bea},500123,2026/27,Autumn,12.5,38\n`,
    change: ['12.5', '13'],
    records: 2,
  },
  {
    kind: 'youth-participation',
    text: `${names},Young Person ID,Current Activity,Activity Start Date,Intended Destination\n${ann},9990000000001,210,01/09/2026,121\n${bea},9990000000002,Apprenticeship,02/09/2026,\n`,
    change: [',121', ',211'],
    records: 2,
  },
] as const;

describe('spreadsheets of a council’s services', { timeout: 180_000 }, () => {
  let folder: string;
  const load = async (name: string, text: string): Promise<LoadJson & { code: number }> => {
    await writeFile(join(folder, name), text);
    const { code, stdout } = await runCaptured(
      ['load', name, '--school', '9994999', '--db', `pglite:./${name.slice(0, 5)}`, '--json', ...asOf],
      { cwd: folder },
    );
    return { ...(JSON.parse(stdout) as LoadJson), code };
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-services-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(lists)('$kind loads like the rest', async ({ kind, text, change, records }) => {
    const name = `${kind}.csv`;
    const first = await load(name, text);
    expect(first.received).toBe(first.loaded + first.unchanged + first.quarantined);
    expect(first).toMatchObject({ quarantined: 0, issues: { error: 0 } });
    expect(first.files[0]!.byKind[kind]).toMatchObject({ received: records, loaded: records });
    expect(first.code).toBe(ExitCode.clean);
    // The same but for its bytes, and then with one cell otherwise.
    const again = await load(name, `${text}\n`);
    expect(again).toMatchObject({ loaded: 0, unchanged: first.received });
    const changed = await load(name, text.replace(change[0], change[1]));
    expect(changed).toMatchObject({ loaded: 1, unchanged: first.received - 1 });
    expect(changed.files[0]!.byKind[kind]).toMatchObject({ loaded: 1 });
  });
});
