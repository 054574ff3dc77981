import { describe, expect, it } from 'vitest';
import { collect } from '../item.js';
import { openSource } from '../source-open.js';
import { describeParser } from '../testing.js';
import { commonHeadings } from './common-headings.js';
import type { TableParseOptions } from './table-dialect.js';
import { createTableParser } from './table-parser.js';

const parser = createTableParser({
  id: 'roll-table',
  supplier: 'rollbook',
  title: 'Tables for this test',
  headings: commonHeadings,
  continuation: true,
  detect: ({ resolved, headings }) =>
    resolved.known * 2 > headings.length
      ? { confidence: 0.6, reason: `${resolved.known} headings known` }
      : undefined,
});

async function read(text: string, options: TableParseOptions = {}, name = 'list.csv') {
  const source = await openSource(Buffer.from(text), { name });
  return collect(parser.parse(source, { school: '9998888', latestYear: 2026, ...options }));
}

const UPN = 'A001999999001';
const plain = (records: readonly object[]) =>
  records.map((record) =>
    Object.fromEntries(
      Object.entries(record).filter(([name]) => !['provenance', 'key', 'pupilKey', 'school'].includes(name)),
    ),
  );

describe('a table of pupils', () => {
  it('gives pupil and registration', async () => {
    const { records, issues } = await read(
      `UPN,Legal Surname,Legal Forename,DOB,Gender,Year,Reg,Adno,Telephone,Postcode,Shoe size\n${UPN},Test,Ann,01/09/2011,Female,Year  7,7A,000123,0116 496 0001,LE1 1AA,4\n`,
    );
    expect(plain(records)).toEqual([
      {
        kind: 'pupil',
        upn: UPN,
        surname: 'Test',
        forename: 'Ann',
        birthDate: '2011-09-01',
        sex: 'F',
        phones: [{ number: '0116 496 0001' }],
        address: { postcode: 'LE1 1AA' },
        sent: { birthDate: '01/09/2011', sex: 'Female' },
        extensions: { 'Shoe size': '4' },
      },
      {
        kind: 'enrolment',
        yearGroup: '7',
        registrationGroup: '7A',
        admissionNumber: '000123',
        attended: '9998888',
        current: true,
        sent: { yearGroup: 'Year  7' },
      },
    ]);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['roll-table-column-unknown', 'Shoe size'],
    ]);
  });

  it('joins rows of one pupil and says repeated records once', async () => {
    const { records, issues } = await read(
      [
        'UPN,Surname,Forename,SEN Need,FSM Start Date',
        `${UPN},Test,Ann,ASD,01/09/2019`,
        `${UPN},Test,Ann,SLCN,01/09/2019`,
        ',,,HI,',
        '',
      ].join('\n'),
    );
    expect(records.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      `pupil upn:${UPN}`,
      `sen-need upn:${UPN}|ASD`,
      `fsm-spell upn:${UPN}|2019-09-01|`,
      `sen-need upn:${UPN}|SLCN`,
      `sen-need upn:${UPN}|HI`,
    ]);
    expect(issues).toEqual([]);
  });

  it('reads title rows, repeated headers, totals and contacts side by side', async () => {
    const { records, issues } = await read(
      [
        'Contacts of year 7,,,,,,',
        'printed 01/09/2024,,,,,,',
        'UPN,Surname,Forename,Contact 1 Surname,Contact 1 Forename,Contact 2 Surname,Contact 2 Mobile',
        `${UPN},Test,Ann,Test,Bea,Other,07700 900001`,
        'UPN,Surname,Forename,Contact 1 Surname,Contact 1 Forename,Contact 2 Surname,Contact 2 Mobile',
        'Total,1,,,,,',
        '',
      ].join('\n'),
    );
    expect(plain(records)).toEqual([
      { kind: 'pupil', upn: UPN, surname: 'Test', forename: 'Ann' },
      { kind: 'contact', surname: 'Test', forename: 'Bea', priority: 1 },
      { kind: 'contact', surname: 'Other', phones: [{ number: '07700 900001', type: 'M' }], priority: 2 },
    ]);
    expect(issues.map(({ code }) => code)).toEqual([
      'roll-table-title-rows',
      'roll-table-header-repeated',
      'roll-table-row-total',
    ]);
  });

  it('reads marks in every form', async () => {
    const long = await read(
      `UPN,Date,Session,Mark,Mins Late\n${UPN},05/09/2024,AM,L,12\n${UPN},05/09/2024,PM,\\,\n`,
    );
    expect(plain(long.records).slice(1)).toEqual([
      {
        kind: 'attendance-mark',
        date: '2024-09-05',
        session: 'AM',
        code: 'L',
        minutesLate: 12,
        sent: { date: '05/09/2024' },
      },
      {
        kind: 'attendance-mark',
        date: '2024-09-05',
        session: 'PM',
        code: '\\',
        sent: { date: '05/09/2024' },
      },
    ]);
    const string = await read(`UPN,Attendance Start Date,Attendance Marks\n${UPN},06/09/2024,/\\ML\n`, {
      markDays: 'weekdays',
    });
    expect(
      string.records
        .slice(1)
        .map((record) => record.kind === 'attendance-mark' && [record.date, record.session, record.code]),
    ).toEqual([
      ['2024-09-06', 'AM', '/'],
      ['2024-09-06', 'PM', '\\'],
      ['2024-09-09', 'AM', 'M'],
      ['2024-09-09', 'PM', 'L'],
    ]);
    const wide = await read(`,,05/09/2024,,06/09/2024,\nUPN,Surname,AM,PM,AM,PM\n${UPN},Test,/,\\,I,\n`);
    expect(
      wide.records
        .slice(1)
        .map((record) => record.kind === 'attendance-mark' && [record.date, record.session, record.code]),
    ).toEqual([
      ['2024-09-05', 'AM', '/'],
      ['2024-09-05', 'PM', '\\'],
      ['2024-09-06', 'AM', 'I'],
    ]);
  });

  it('keeps what is too long for a mark, and words that objects have by nature, as what they are', async () => {
    const wide = await read(`,,05/09/2024,\nUPN,Surname,AM,PM\n${UPN},Test,/,${'x'.repeat(60)}\n`);
    expect(wide.records.map(({ kind }) => kind)).toEqual(['pupil', 'attendance-mark', 'unreadable']);
    const { records } = await read(`UPN,Surname,Gender\n${UPN},Test,constructor\n`);
    expect(records).toMatchObject([{ kind: 'pupil', sex: 'constructor' }]);
  });

  it('makes no registration of a form or admission number that only says who the pupil is', async () => {
    const marks = await read(`UPN,Adno,Reg,Date,Session,Mark\n${UPN},000123,7A,05/09/2024,AM,/\n`);
    expect(marks.records.map(({ kind }) => kind)).toEqual(['pupil', 'attendance-mark']);
    expect(marks.records[0]?.extensions).toEqual({ Adno: '000123', Reg: '7A' });
    expect((await read(`UPN,Adno,SEN Need\n${UPN},000123,ASD\n`)).records.map(({ kind }) => kind)).toEqual([
      'pupil',
      'sen-need',
    ]);
    expect((await read(`UPN,Adno,Year\n${UPN},000123,7\n`)).records.map(({ kind }) => kind)).toEqual([
      'pupil',
      'enrolment',
    ]);
  });

  it('reads sums, suspensions and results', async () => {
    const sums = await read(
      `Attendance from 01/09/2024 to 20/12/2024\nUPN,Surname,Possible,Present,Authorised,Unauthorised,% Attendance\n${UPN},Test,140,130,6,4,92.9\n`,
    );
    expect(plain(sums.records)[1]).toEqual({
      kind: 'attendance-summary',
      startDate: '2024-09-01',
      endDate: '2024-12-20',
      academicYear: 2024,
      sessionsPossible: 140,
      sessionsAttended: 130,
      sessionsAuthorised: 6,
      sessionsUnauthorised: 4,
      extensions: { '% Attendance': '92.9' },
    });
    const out = await read(
      `UPN,Exclusion Type,Reason 1,Reason 2,Start Date,Days\n${UPN},Fixed Term,PP,Bullying,05/09/2024,1.5\n`,
    );
    expect(plain(out.records)[1]).toMatchObject({
      kind: 'exclusion',
      category: 'FIXD',
      reasons: ['PP', 'BU'],
      startDate: '2024-09-05',
      sessions: 3,
    });
    const results = await read(`UPN,Subject,Result,Key Stage\n${UPN},ENG,EXS,KS2\n`);
    expect(plain(results.records)[1]).toEqual({
      kind: 'assessment-result',
      subject: 'ENG',
      result: 'EXS',
      stage: 'KS2',
    });
  });

  it('keeps what it can not read', async () => {
    const { records, issues } = await read(
      `UPN,Surname,DOB,FSM\n,,01/09/2011,Y\n${UPN},Test,31/02/2011,maybe\n`,
    );
    expect(records[0]).toMatchObject({
      kind: 'unreadable',
      intended: 'pupil',
      raw: { DOB: '01/09/2011', FSM: 'Y' },
    });
    expect(records[1]).toMatchObject({ kind: 'pupil', sent: { birthDate: '31/02/2011' } });
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error roll-table-row-unidentified',
      'error roll-table-date-unreadable',
      'error roll-table-flag-unreadable',
    ]);
  });

  it('takes aliases of a council, and schools from columns', async () => {
    const { records } = await read(
      `Nummer,Surname,DfE Number,School Name\n${UPN},Test,856/2001,Some School\n`,
      {
        aliases: { Nummer: 'pupil.upn' },
      },
    );
    expect(records).toMatchObject([
      { kind: 'school', school: '8562001', la: '856', establishment: '2001', name: 'Some School' },
      { kind: 'pupil', upn: UPN, school: '8562001' },
    ]);
  });

  it('says when no pupil or no header is there', async () => {
    expect((await read('UPN,Surname\n')).issues.map(({ code }) => code)).toEqual(['roll-table-no-pupils']);
    await expect(read('a,b,c\n1,2,3\n4,5,6\n')).rejects.toMatchObject({ code: 'roll-table-no-header' });
  });
});

const rows = Array.from(
  { length: 800 },
  (_, i) =>
    `A0019999${String(10000 + i)},Surname${i},Forename${i},0${(i % 9) + 1}/03/2012,Year ${(i % 6) + 1},${i % 2 === 0 ? 'Y' : 'N'}`,
);
describeParser(parser, {
  options: { school: '9998888', latestYear: 2026 },
  showsTruncation: false,
  samples: [
    {
      name: 'pupils.csv',
      bytes: Buffer.from(['UPN,Surname,Forename,DOB,Year,FSM', ...rows].join('\r\n') + '\r\n'),
      minimumRecords: 2_400,
    },
    {
      name: 'marks.csv',
      bytes: Buffer.from(
        `UPN;Surname;Date;Session;Mark\n${UPN};Test;05/09/2024;AM;/\n${UPN};Test;05/09/2024;PM;L\n`,
      ),
    },
  ],
});
