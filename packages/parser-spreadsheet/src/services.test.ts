import { describe, expect, it } from 'vitest';
import { parseMapping } from './index.js';
import { makeWorkbook } from './make-workbook.test-support.js';
import { testPupils } from './pupils.test-support.js';
import { plain, read } from './read-captured.test-support.js';

const [ann, bea] = testPupils(2).map(({ upn }) => upn);
const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const names = 'UPN,Surname,Forename,Date of Birth';
const of = (kind: string, records: readonly { kind: string }[]) => records.filter((one) => one.kind === kind);

describe('applications for school places', () => {
  it('are a record for each preference, with what holds for all of the row', async () => {
    const { records, issues } = await read(
      bytesOf(
        `${names},Application Reference,Intake Year,Preference 1,Preference 2,Sibling 1,Sibling 2,Preference 3,Date Received\n` +
          `${ann},Testwood,Ann,09/03/2022,REF-1,2027,8562001,856/2002,Y,N,,31/10/2026\n` +
          `${bea},Other,Bea,28/11/2021,REF-2,2027,,,,,,01/11/2026\n`,
      ),
      { school: '9998888' },
      'applications.csv',
    );
    const shared = { intakeYear: 2027, receivedDate: '2026-10-31', applicationReference: 'REF-1' };
    expect(plain(of('admission-application', records) as never)).toEqual([
      {
        ...{
          kind: 'admission-application',
          ...shared,
          preferredSchool: '8562001',
          preference: 1,
          siblingAtSchool: true,
        },
        sent: { receivedDate: '31/10/2026', siblingAtSchool: 'Y' },
      },
      {
        ...{
          kind: 'admission-application',
          ...shared,
          preferredSchool: '8562002',
          preference: 2,
          siblingAtSchool: false,
        },
        sent: {
          receivedDate: '31/10/2026',
          siblingAtSchool: 'N',
          preferredSchool: '856/2002',
        },
      },
      {
        ...{
          kind: 'admission-application',
          intakeYear: 2027,
          receivedDate: '2026-11-01',
          applicationReference: 'REF-2',
        },
        sent: { receivedDate: '01/11/2026' },
      },
    ]);
    expect(
      of('admission-application', records).map((one) => (one as unknown as { key: string }).key),
    ).toEqual([`upn:${ann}|ref:REF-1|8562001`, `upn:${ann}|ref:REF-1|8562002`, `upn:${bea}|ref:REF-2|`]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are what a mapping says', async () => {
    const mapping = parseMapping(`version: 1
sheets:
  - sheet: '*'
    columns:
      - { column: UPN, field: pupil.upn }
      - { column: Name, field: pupil.surname }
      - { column: Wish, field: admission-application.preferredSchoolName }
      - { column: No, field: admission-application.preference }
`);
    const { records } = await read(
      bytesOf(`UPN,Name,Wish,No\n${ann},Testwood,Low Street School,2\n`),
      { mapping, school: '9998888' },
      'x.csv',
    );
    expect(of('admission-application', records)).toMatchObject([
      { preferredSchoolName: 'Low Street School', preference: 2, key: `upn:${ann}||low street school` },
    ]);
  });
});

it('a year group in a list of applicants puts nobody on a roll', async () => {
  const text = `${names},Year Group,Application Reference,Intake Year,Preference 1,Preference 2\n${ann},Testwood,Ann,09/03/2015,6,REF-1,2027,8562001,8562002\n`;
  const { records } = await read(bytesOf(text), { school: '9998888' }, 'applications.csv');
  expect(of('enrolment', records)).toEqual([]);
  expect(of('admission-application', records)).toHaveLength(2);
  expect(JSON.stringify(of('pupil', records))).toContain('"Year Group":"6"');
});

it('a value that a mapping gives to a shared column goes with every preference', async () => {
  const mapping = parseMapping(`version: 1
sheets:
  - sheet: '*'
    columns:
      - { column: UPN, field: pupil.upn }
      - { column: Name, field: pupil.surname }
      - { column: Ref, field: admission-application.applicationReference }
      - { column: Got, field: admission-application.receivedDate, with: { status: new } }
      - { column: P1, field: admission-application.preferredSchool, number: 1 }
      - { column: P2, field: admission-application.preferredSchool, number: 2 }
`);
  const text = `UPN,Name,Ref,Got,P1,P2\n${ann},Testwood,REF-1,31/10/2026,8562001,8562002\n`;
  const { records } = await read(bytesOf(text), { mapping, school: '9998888' }, 'x.csv');
  const shared = { applicationReference: 'REF-1', receivedDate: '2026-10-31', status: 'new' };
  expect(of('admission-application', records)).toMatchObject([
    { ...shared, preferredSchool: '8562001' },
    { ...shared, preferredSchool: '8562002' },
  ]);
});

describe('funded early-years hours', () => {
  it('are read from a headcount in a workbook, hours, money and yes or no', async () => {
    const bytes = await makeWorkbook([
      {
        name: 'Headcount',
        rows: [
          [
            'UPN',
            'Surname',
            'Forename',
            'Date of Birth',
            'Setting URN',
            'Academic Year',
            'Term',
            'Universal Hours',
            'Extended Hours',
            'Weeks',
            'EYPP',
            'DAF',
            '30 Hour Code',
            'Amount',
          ],
          [
            ann,
            'Testwood',
            'Ann',
            '2023-03-09',
            '500123',
            '2026/27',
            'Autumn',
            15,
            7.5,
            38,
            'Yes',
            'No',
            '50012345678',
            '£1,234.50',
          ],
          [
            bea,
            'Other',
            'Bea',
            '2023-11-28',
            '500123',
            '2026/27',
            'Autumn',
            'many',
            '',
            '',
            '',
            '',
            '',
            '-1',
          ],
        ],
      },
    ]);
    const { records, issues } = await read(bytes, { school: '9998888' }, 'headcount.xlsx');
    const [first, second] = of('early-years-funding', records);
    expect(first).toMatchObject({
      ...{ provider: '500123', academicYear: 2026, fundedHours: 15, extendedHours: 7.5, weeksPerYear: 38 },
      ...{ eypp: true, disabilityAccessFund: false, eligibilityCode: '50012345678', amountPence: 123450 },
      term: 'AUT',
    });
    expect(second).toMatchObject({ sent: { fundedHours: 'many', amountPence: '-1' } });
    expect(
      issues.filter(({ code }) => code === 'spreadsheet-number-unreadable').map(({ field }) => field),
    ).toEqual(['fundedHours', 'amountPence']);
  });
});

describe('youth participation', () => {
  it('is read by codes and by their words', async () => {
    const { records, issues } = await read(
      bytesOf(
        `${names},Young Person ID,Current Activity,Activity Start Date,Intended Destination,September Guarantee\n` +
          `${ann},Testwood,Ann,09/03/2010,9990000000001,210,01/09/2026,121,110\n` +
          `${bea},Other,Bea,28/11/2009,9990000000002,Apprenticeship,02/09/2026,,Offer made\n`,
      ),
      { school: '9998888' },
      'participation.csv',
    );
    expect(of('youth-participation', records)).toMatchObject([
      {
        youngPersonId: '9990000000001',
        activity: '210',
        startDate: '2026-09-01',
        intendedDestination: '121',
        guaranteeStatus: '110',
      },
      {
        activity: '310',
        guaranteeStatus: '110',
        sent: { activity: 'Apprenticeship', guaranteeStatus: 'Offer made' },
      },
    ]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
