import { collect, makeHead, openSource } from '@rollbook/parser-kit';
import { describeParser } from '@rollbook/parser-kit/testing';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';
import { isamsParser } from './index.js';

type Cell = string | number | boolean | Date | undefined;

/** A workbook of these sheets: name, header, rows. */
async function workbook(sheets: readonly (readonly [string, readonly Cell[][]])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) {
      const added = sheet.addRow(row);
      row.forEach((cell, i) => {
        if (cell instanceof Date) added.getCell(i + 1).numFmt = 'dd/mm/yyyy hh:mm';
      });
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const pupilData = () =>
  workbook([
    [
      'Pupil Data',
      [
        [
          'Id',
          'UPN',
          'Forename',
          'Surname',
          'DOB',
          'Gender',
          'Ethnic Group',
          'NC Year',
          'Form/Tutor Group',
          'Academic House',
          'Boarding House',
          'Enrolment Date',
          'Leaving Reason',
          'Exam Candidate Number',
        ],
        [
          1201,
          'D856412326001',
          'Zoë',
          'Exampleton',
          new Date('2015-03-09T00:00:00Z'),
          'F',
          'White British',
          7,
          '7A',
          'Kestrel',
          undefined,
          new Date('2022-09-06T00:00:00Z'),
          undefined,
          '4001',
        ],
        [
          1202,
          undefined,
          'Tobias',
          'Samplewood',
          new Date('2021-07-31T00:00:00Z'),
          'M',
          undefined,
          -1,
          'NU',
          undefined,
          'Lodge',
          new Date('2024-09-04T00:00:00Z'),
        ],
      ],
    ],
  ]);

const registrations = (order: 1 | -1) => {
  const sheets: [string, Cell[][]][] = [
    [
      'Date Time Schedule',
      [
        ['Id', 'Date Time', 'Name', 'Type', 'Date Time Rule Name'],
        [1, new Date('2026-11-02T08:40:00Z'), 'AM Registration', 'Statutory', 'Weekdays'],
        [2, new Date('2026-11-02T13:40:00Z'), 'PM Registration', 'Statutory', 'Weekdays'],
        [3, new Date('2026-11-02T18:30:00Z'), 'Evening prep', 'House', 'Weekdays'],
      ],
    ],
    [
      'Pupil Registration',
      [
        ['Pupil Id', 'Date Time Schedule Id', 'Present YesNo', 'Absent Code', 'Absent Note'],
        ['S1', 1, 'Yes'],
        ['S1', 2, 'No', 'I', 'rang at noon'],
        ['S1', 3, 'Yes'],
        ['S2', 1, 'Yes'],
        ['S2', 9, 'Yes'],
      ],
    ],
  ];
  return workbook(order === 1 ? sheets : sheets.reverse());
};

describe('tables as CSV', () => {
  it('of pupils: key by SchoolId, nursery years, former pupils, and those who have not started', async () => {
    const { of, issues } = await parseBytes(fixture('TblPupilManagementPupils.csv'), { school: '8564123' });
    expect(of('pupil')).toMatchObject([
      {
        key: 'upn:D856412326001',
        supplierIds: { schoolId: '100312345601', id: '1201', personId: '5501', candidateNumber: '4001' },
        surname: 'Exampleton',
        middleNames: 'Anna',
        preferredForename: 'Zo',
        birthDate: '2015-03-09',
        ethnicity: 'WBRI',
        emails: [{ address: 'z.exampleton@example.org', type: 'school' }],
        phones: [{ number: '07700 900002', type: 'M' }],
        extensions: { txtTitle: 'Miss', txtOwnColumn: 'locker 12' },
      },
      { key: 'id:100312345602', surname: 'Samplewood', extensions: { txtBoardingHouse: 'Lodge' } },
      { key: 'id:100300000900', surname: 'Leaverley' },
      { key: 'id:100312345603' },
    ]);
    expect(of('enrolment')).toMatchObject([
      {
        key: 'upn:D856412326001|8564123|2022-09-06',
        yearGroup: '7',
        registrationGroup: '7A',
        house: 'Kestrel',
        admissionNumber: '005501',
        boarder: 'N',
        current: true,
      },
      { yearGroup: 'N2', boarder: 'B', current: true, sent: { yearGroup: '-1' } },
      { yearGroup: '13', current: false, leavingDate: '2026-07-10' },
      { sent: { yearGroup: '99' } },
    ]);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['isams-column-unknown', 'txtOwnColumn'],
      ['isams-date-unreadable', 'birthDate'],
      ['isams-year-unreadable', 'yearGroup'],
      ['isams-pupils-to-start', 'intSystemStatus'],
    ]);
  });

  it('of registration, joined with its days: the session by its own column', async () => {
    const { of, issues } = await parseBytes(fixture('registration-joined.csv'), {
      registrationCodes: { '11': 'I' },
    });
    expect(of('attendance-mark')).toMatchObject([
      {
        pupilKey: 'id:100312345601',
        date: '2026-11-02',
        session: 'AM',
        code: '/',
        provenance: { place: { line: 2 } },
      },
      { session: 'PM', code: 'L', minutesLate: 7 },
      { date: '2026-11-03', code: 'I', sent: { code: '11' } },
      {
        pupilKey: 'id:100312345602',
        session: 'PM',
        code: '\\',
        extensions: { PresentCode: '21', txtSubmitBy: 'AB' },
      },
    ]);
    expect(of('unreadable')).toMatchObject([{ intended: 'attendance-mark' }]);
    expect(issues.map(({ code }) => code)).toEqual([
      'isams-pupils-missing',
      'isams-element-unknown',
      'isams-record-unidentified',
    ]);
  });

  it('of results', async () => {
    const { of } = await parseBytes(
      Buffer.from(
        'txtSchoolID,txtModuleCode,txtOptionTitle,txtQualification,txtFirstGrade,txtCertificationType\nS1,8700,English Language,GCSE,7,C\nS1,8300H,Mathematics,GCSE,8,C\n',
      ),
    );
    expect(of('assessment-result')).toMatchObject([
      { pupilKey: 'id:S1', component: '8700', subject: 'English Language', method: 'GCSE', result: '7' },
      { component: '8300H', subject: 'Mathematics', result: '8' },
    ]);
  });

  it('that are a stranger’s have no header', async () => {
    await expect(parseBytes(Buffer.from('a,b,c\n1,2,3\n'))).rejects.toMatchObject({
      code: 'isams-no-header',
    });
  });
});

describe('workbooks', () => {
  it('of the template for pupils', async () => {
    const { of, issues } = await parseBytes(await pupilData(), { school: '8564123' });
    expect(of('pupil')).toMatchObject([
      {
        key: 'upn:D856412326001',
        birthDate: '2015-03-09',
        ethnicity: 'WBRI',
        supplierIds: { id: '1201', candidateNumber: '4001' },
        provenance: { place: { sheet: 'Pupil Data', row: 2 } },
      },
      { surname: 'Samplewood', extensions: { 'Boarding House': 'Lodge' } },
    ]);
    expect(of('enrolment')).toMatchObject([
      { yearGroup: '7', registrationGroup: '7A', house: 'Kestrel', entryDate: '2022-09-06' },
      { yearGroup: 'N2' },
    ]);
    expect(issues).toEqual([]);
  });

  it('of the template for registrations: the day comes from the schedule, wherever its sheet stands', async () => {
    for (const order of [1, -1] as const) {
      const { of, issues } = await parseBytes(await registrations(order));
      expect(of('attendance-mark')).toMatchObject([
        {
          pupilKey: 'id:S1',
          date: '2026-11-02',
          session: 'AM',
          code: '/',
          provenance: { place: { sheet: 'Pupil Registration', row: 2 } },
        },
        { session: 'PM', code: 'I', comment: 'rang at noon' },
        { pupilKey: 'id:S2', session: 'AM', code: '/' },
      ]);
      expect(issues.map(({ code }) => code)).toEqual([
        'isams-pupils-missing',
        'isams-record-unidentified',
        'isams-period-not-statutory',
      ]);
    }
  });
});

describe('detect', () => {
  it('knows tables by their headings', async () => {
    const reasonOf = (bytes: Uint8Array) => isamsParser.detect(makeHead(bytes.subarray(0, 65_536)));
    expect(reasonOf(fixture('TblPupilManagementPupils.csv'))).toMatchObject({ confidence: 0.9 });
    expect(reasonOf(fixture('registration-joined.csv'))).toMatchObject({ confidence: 0.9 });
    expect(reasonOf(await pupilData())).toMatchObject({ confidence: 0.7 });
    expect(reasonOf(await registrations(1))).toMatchObject({ confidence: 0.9 });
    expect(reasonOf(await registrations(-1))).toMatchObject({ confidence: 0.9 });
    expect(reasonOf(Buffer.from('School Code,Forename (Firstname),Surname\n1,A,B\n'))).toMatchObject({
      confidence: 0.6,
      reason: expect.stringContaining('export wizard'),
    });
    expect(reasonOf(Buffer.from('UPN,Surname,Forename\nx,A,B\n'))).toBeUndefined();
  });

  it('leaves a stream whole for the reader', async () => {
    const bytes = await registrations(1);
    const source = await openSource(
      (async function* () {
        await Promise.resolve();
        yield bytes;
      })(),
      { name: 'r.xlsx' },
    );
    const { records } = await collect(isamsParser.parse(source));
    expect(records.filter(({ kind }) => kind === 'attendance-mark')).toHaveLength(3);
  });
});

describeParser(isamsParser, {
  samples: [
    {
      name: 'TblPupilManagementPupils.csv',
      bytes: fixture('TblPupilManagementPupils.csv'),
      minimumRecords: 8,
    },
    { name: 'registration-joined.csv', bytes: fixture('registration-joined.csv'), minimumRecords: 5 },
  ],
  showsTruncation: false,
});

describeParser(isamsParser, {
  samples: [
    { name: 'pupils.xlsx', bytes: await pupilData(), minimumRecords: 4 },
    { name: 'registrations.xlsx', bytes: await registrations(-1), minimumRecords: 4 },
  ],
});
