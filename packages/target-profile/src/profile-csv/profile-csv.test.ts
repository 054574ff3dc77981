import { openSource, type Issue, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolled, makePupil, textOf } from './make-pupil.test-support.js';
import { profileFields } from './profile-fields.js';
import {
  profileCsvSchema,
  profileLayouts,
  profileRollLayout,
  type ProfileCsvInput,
} from './profile-layout.js';
import { type ProfileRow, readProfileCsv } from './read-profile-csv.js';
import {
  encodeProfileCsv,
  writeProfileCsv,
  type ProfileCsvBalance,
  type WriteProfileCsvOptions,
} from './write-profile-csv.js';

const date = '2026-10-31';
const ada = makePupil(
  {
    ethnicity: 'WBRI',
    address: { paon: '1', street: 'Low Street', town: 'Testville', postcode: 'ZZ99 9ZZ' },
    phones: [{ number: '0116 496 0000' }, { number: '+44 7700 900123', type: 'M' }],
  },
  [
    enrolled,
    { kind: 'attendance-summary', academicYear: 2026, sessionsPossible: 80, sessionsAttended: 70 },
    { kind: 'attendance-summary', academicYear: 2025, sessionsPossible: 380, sessionsAttended: 100 },
    { kind: 'exclusion', startDate: '2026-09-10' },
    { kind: 'exclusion', startDate: '2026-07-10' },
    { kind: 'sen-provision', provision: 'K', startDate: '2024-09-01' },
    { kind: 'fsm-spell', startDate: '2024-09-01' },
    {
      kind: 'youth-participation',
      activity: '210',
      startDate: '2026-09-01',
      intendedDestination: '111',
      guaranteeStatus: '110',
    },
  ],
);
const layoutOf = (columns: ProfileCsvInput['columns'], of: Partial<ProfileCsvInput> = {}) =>
  profileCsvSchema.parse({ id: 'own', title: 'Own', columns, ...of });
async function written(
  layout: ReturnType<typeof layoutOf>,
  pupils = [ada],
  options: Partial<WriteProfileCsvOptions> = {},
) {
  const issues: Issue[] = [];
  let balance: ProfileCsvBalance | undefined;
  const text = await textOf(
    writeProfileCsv(pupils, layout, {
      date,
      onIssue: (one) => issues.push(one),
      onBalance: (done) => (balance = done),
      ...options,
    }),
  );
  return { text, issues, balance: balance! };
}

describe('the roll', () => {
  it('is written with what shows a risk, and special categories only when they are named', async () => {
    const { text, balance } = await written(profileRollLayout);
    expect(text).toBe(
      'UPN,ULN,Surname,Forename,DOB,Sex,Ethnicity,Address,Town,Postcode,Phone,Email,School,NCYear,SENStatus,FSM,Attendance,Exclusions\r\n' +
        'K999499921001,,Lowe,Ada,20/11/2009,F,,"1, Low Street",Testville,ZZ99 9ZZ,0116 496 0000,,8564001,12,,,87.5,\r\n',
    );
    expect(balance).toEqual({
      received: 1,
      written: 1,
      leftOut: { 'not-selected': 0, faulty: 0 },
      withheld: { special: 4, address: 0 },
    });
    const full = await written(profileRollLayout, [ada], { special: 'include' });
    expect(full.text).toContain(',WBRI,');
    expect(full.text).toContain(',12,K,Y,87.5,1\r\n');
  });

  it('keeps protected addresses back', async () => {
    const { text, balance } = await written(profileRollLayout, [ada], {
      withholdAddress: ({ key }) => key === ada.key,
    });
    expect(text).not.toMatch(/Low Street|Testville|ZZ99/);
    expect(balance.withheld.address).toBe(3);
  });

  it('has the years that it is for, and who is enrolled', async () => {
    const pupils = [
      makePupil({}, [{ ...enrolled, yearGroup: '8' }]),
      makePupil({}, [{ ...enrolled, leavingDate: '2026-10-30' }]),
      makePupil({}, []),
      ada,
    ];
    const { balance } = await written(profileRollLayout, pupils);
    expect(balance).toMatchObject({ received: 4, written: 1, leftOut: { 'not-selected': 3 } });
  });
});

describe('a layout of a council’s own', () => {
  it('maps codes, writes dates and defaults, and keeps room', async () => {
    const layout = layoutOf(
      [
        { heading: 'Gender', field: 'sex', map: { F: 'Female', '': 'Other' } },
        { heading: 'Born', field: 'birthDate' },
        { heading: 'ULN', field: 'uln', default: 'none' },
        { heading: 'Mobile', field: 'mobile' },
        { heading: 'Plan', field: 'intendedDestination' },
      ],
      { dates: 'yyyy-mm-dd', delimiter: ';', newline: 'lf', header: false },
    );
    expect((await written(layout)).text).toBe('Female;2009-11-20;none;+44 7700 900123;111\n');
    expect((await written(layout, [makePupil({ sex: 'U' }, [enrolled])])).text).toMatch(/^Other;/);
  });

  it('leaves a row out that a column doesn’t take, and says why', async () => {
    const layout = layoutOf([
      { heading: 'Sex', field: 'sex', map: { F: '1' } },
      { heading: 'Name', field: 'surname', maxLength: 3, required: true },
    ]);
    const { text, issues, balance } = await written(layout, [makePupil({ sex: 'M' }, [enrolled])]);
    expect(text).toBe('Sex,Name\r\n');
    expect(issues.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['profile-csv-unmapped', 'Sex', 'M'],
      ['profile-csv-too-long', 'Name', 'Lowe'],
    ]);
    expect(balance.leftOut.faulty).toBe(1);
    const nameless = makePupil({}, [enrolled]);
    delete (nameless.pupil as { surname?: string }).surname;
    expect((await written(layout, [nameless])).issues.map(({ code }) => code)).toEqual([
      'profile-csv-required',
    ]);
    for (const { message, help } of issues) expect(message + help).not.toContain('Lowe');
  });

  it('is refused when it can’t be', () => {
    const bad = (input: unknown) => profileCsvSchema.safeParse(input).success;
    expect(bad({ id: 'a', title: 'A', columns: [] })).toBe(false);
    expect(bad({ id: 'a', title: 'A', columns: [{ heading: 'X', field: 'shoeSize' }] })).toBe(false);
    const twice = { heading: 'X', field: 'upn' };
    expect(bad({ id: 'a', title: 'A', columns: [twice, twice] })).toBe(false);
    expect(bad({ id: 'a', title: 'A', columns: [twice], colour: 'red' })).toBe(false);
  });

  it('keeps back what an activity tells of health or custody, and gives no default in its place', async () => {
    const layout = layoutOf([
      { heading: 'Activity', field: 'activity', default: 'none' },
      { heading: 'FSM', field: 'freeSchoolMeals', default: 'N' },
    ]);
    const doing = (activity: string) =>
      makePupil({}, [enrolled, { kind: 'youth-participation', activity, startDate: '2026-09-01' }]);
    for (const code of ['640', '650', '720', '130', '710', '460'])
      expect((await written(layout, [doing(code)])).text, code).toBe('Activity,FSM\r\n,\r\n');
    expect((await written(layout, [doing('640')], { special: 'include' })).text).toContain('640,N');
    expect((await written(layout, [doing('210')])).text).toContain('210,');
  });

  it('says nothing of what nobody told', async () => {
    const layout = layoutOf(
      (['senProvision', 'freeSchoolMeals', 'exclusions'] as const).map((field) => ({
        heading: field,
        field,
      })),
    );
    const { text } = await written(layout, [makePupil({}, [enrolled])], { special: 'include' });
    expect(text).toBe('senProvision,freeSchoolMeals,exclusions\r\n,,\r\n');
    const later = makePupil({}, [{ ...enrolled, leavingDate: '2027-07-20' }]);
    expect(
      (await written(layoutOf([{ heading: 'L', field: 'leavingDate', default: '-' }]), [later])).text,
    ).toContain('-');
  });

  it('tells of early leavers within thirty days', async () => {
    const left = (leavingDate: string) => makePupil({}, [{ ...enrolled, leavingDate, leavingReason: 'ECE' }]);
    const pupils = [left('2026-10-31'), left('2026-10-02'), left('2026-10-01'), left('2026-11-01'), ada];
    const { balance, text } = await written(profileLayouts['early-leavers']!, pupils, { special: 'include' });
    expect(balance).toMatchObject({ received: 5, written: 2 });
    expect(text).toContain('31/10/2026,ECE');
  });
});

describe('reading back', () => {
  const read = async (bytes: Uint8Array, layout: ReturnType<typeof layoutOf>): Promise<ProfileRow[]> => {
    const rows: ProfileRow[] = [];
    for await (const batch of readProfileCsv(await openSource(bytes), layout)) rows.push(...batch);
    return rows;
  };
  const bytesOf = async (
    text: string,
    layout: ReturnType<typeof layoutOf>,
    onIssue?: (issue: Issue) => void,
  ) => {
    const parts: Uint8Array[] = [];
    const pieces = (async function* () {
      yield await Promise.resolve(text);
    })();
    for await (const part of encodeProfileCsv(pieces, layout, onIssue)) parts.push(part);
    return Buffer.concat(parts);
  };

  it.each(['utf-8', 'utf-8-bom', 'windows-1252'] as const)(
    'gives what was written, in %s',
    async (encoding) => {
      const letters = encoding === 'windows-1252' ? /^[ -~€éÿœ’]{1,12}$/u : /^[ -~€éÿœ中😀]{1,12}$/u;
      const name = fc
        .stringMatching(letters)
        .filter((text) => text.trim() === text && text !== '' && !/^'[=+\-@]/.test(text));
      await fc.assert(
        fc.asyncProperty(
          name,
          name,
          fc.constantFrom(',' as const, ';' as const, '|' as const),
          async (surname, forename, delimiter) => {
            const layout = layoutOf(
              [
                { heading: 'S', field: 'surname' },
                { heading: 'F', field: 'forename' },
                { heading: 'B', field: 'birthDate' },
              ],
              { encoding, delimiter },
            );
            const { text } = await written(layout, [makePupil({ surname, forename }, [enrolled])]);
            const [row] = await read(await bytesOf(text, layout), layout);
            expect(row!.cells).toEqual({ S: surname, F: forename, B: '2009-11-20' });
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('tells of letters that the encoding lacks', async () => {
    const layout = layoutOf([{ heading: 'S', field: 'surname' }], { encoding: 'windows-1252' });
    const issues: Issue[] = [];
    const bytes = await bytesOf('S\r\nŁódź\r\n', layout, (issue) => issues.push(issue));
    expect(bytes.toString('latin1')).toBe('S\r\n?\u00f3d?\r\n');
    expect(issues).toMatchObject([
      { code: 'profile-csv-character', value: 'Ł', place: { line: 2 } },
      { code: 'profile-csv-character', value: 'ź' },
    ]);
  });

  it('refuses other headings and rows', async () => {
    const layout = layoutOf([
      { heading: 'S', field: 'surname' },
      { heading: 'F', field: 'forename' },
    ]);
    await expect(read(Buffer.from('S,X\r\na,b\r\n'), layout)).rejects.toMatchObject({
      code: 'profile-csv-header',
    });
    await expect(read(Buffer.from('S,F\r\na,b,c\r\n'), layout)).rejects.toMatchObject({
      code: 'profile-csv-row',
      place: { line: 2 },
    });
  });

  it('ends clearly whatever bytes they are', async () => {
    const whole = Buffer.from((await written(profileRollLayout, [ada, ada])).text);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 30 }), async (cut, noise) => {
        await read(Buffer.concat([whole.subarray(0, cut), noise]), profileRollLayout).catch(
          (error: unknown) => {
            expect(error).toBeInstanceOf(UnreadableInputError);
          },
        );
      }),
      { numRuns: 200 },
    );
  });
});

it('has a value for each field of a full pupil, and none that throws for an empty one', () => {
  const empty = makePupil();
  for (const name of Object.keys(empty.pupil))
    if (!['kind', 'key', 'provenance'].includes(name)) Reflect.deleteProperty(empty.pupil, name);
  for (const [name, field] of Object.entries(profileFields)) {
    const found = field.of(empty, date);
    expect(found === undefined || found === '8564001', name).toBe(true);
    expect(field.title).not.toBe('');
  }
  for (const { columns } of Object.values(profileLayouts))
    for (const { field } of columns) expect(profileFields).toHaveProperty(field);
});
