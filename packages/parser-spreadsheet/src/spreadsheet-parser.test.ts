import { openSource, readHead } from '@rollbook/parser-kit';
import { describeParser } from '@rollbook/parser-kit/testing';
import { describe, expect, it } from 'vitest';
import { spreadsheetParser } from './index.js';
import { day, makeWorkbook } from './make-workbook.test-support.js';
import { testPupils, ukDate } from './pupils.test-support.js';
import { csv, fixture, mapping, options, plain, read } from './read-captured.test-support.js';

const ods = fixture('pupils.ods');
const pupils = testPupils(400);
const [ann, bea, carl] = testPupils(3).map(({ upn }) => upn);

const many = await makeWorkbook([
  {
    name: 'Pupils',
    rows: [
      ['Example School'],
      ['UPN', 'Surname', 'Forename', 'DOB', 'Sex', 'Year', 'Admission Number', 'Date of Admission', 'Reg'],
      ...pupils.map((p) => [
        p.upn,
        p.surname,
        p.forename,
        day(p.birthDate),
        p.sex,
        p.year,
        p.admissionNumber,
        ukDate(p.entryDate),
        p.group,
      ]),
    ],
    merged: ['A1:I1'],
  },
]);

describeParser(spreadsheetParser, {
  options,
  showsTruncation: false,
  samples: [
    { name: 'pupils.ods', bytes: ods, minimumRecords: 8 },
    { name: 'many.xlsx', bytes: many, minimumRecords: 800 },
    {
      name: 'pupils.tsv',
      bytes: Buffer.from(
        [
          'UPN\tSurname\tDOB',
          ...pupils.slice(0, 30).map((p) => `${p.upn}\t${p.surname}\t${ukDate(p.birthDate)}`),
          '',
        ].join('\r\n'),
      ),
    },
  ],
  mutations: 20,
  foreign: [
    { name: 'ctf.xml', bytes: Buffer.from('<?xml version="1.0"?>\n<CTfile><Header/></CTfile>') },
    { name: 'prose.txt', bytes: Buffer.from('Dear all,\nplease find attached what you asked for.\n') },
    { name: 'stock.csv', bytes: Buffer.from('article,price\n1,2\n3,4\n') },
  ],
});

describeParser(
  { ...spreadsheetParser, id: 'spreadsheet' },
  {
    options: { ...options, mapping },
    showsTruncation: false,
    // A row of totals that is cut short is none any more
    samples: [{ name: 'staff-list.csv', bytes: csv.subarray(0, csv.indexOf('Totals')), minimumRecords: 7 }],
    mutations: 40,
  },
);

describe('without a mapping', () => {
  it('reads an .ods with titles, merged cells, blank rows, totals and dates of every kind', async () => {
    const { records, issues } = await read(ods, {}, 'pupils.ods');
    expect(plain(records)).toEqual([
      {
        kind: 'pupil',
        upn: ann,
        surname: 'Testwood',
        forename: 'Ann',
        birthDate: '2015-03-09',
        sex: 'F',
        sent: { sex: 'Girl' },
        extensions: { 'Shoe size': '4' },
      },
      {
        kind: 'enrolment',
        yearGroup: '6',
        admissionNumber: '104001',
        current: true,
        sent: { yearGroup: 'Year 6' },
      },
      { kind: 'fsm-spell', eligible: true, sent: { eligible: 'Yes' } },
      {
        kind: 'pupil',
        upn: bea,
        surname: 'O’Sample',
        forename: 'Bea',
        birthDate: '2014-11-12',
        sex: 'F',
        sent: { birthDate: '12/11/2014' },
        extensions: { 'Shoe size': '5' },
      },
      { kind: 'enrolment', yearGroup: '6', admissionNumber: '4002', current: true },
      { kind: 'fsm-spell', eligible: false, sent: { eligible: 'No' } },
      {
        kind: 'pupil',
        upn: carl,
        surname: 'Ünal',
        forename: 'Carl',
        birthDate: '2015-04-06',
        sex: 'M',
        sent: { birthDate: '42100' },
      },
      {
        kind: 'enrolment',
        yearGroup: '5',
        admissionNumber: '104003',
        current: true,
        sent: { yearGroup: 'Y5' },
      },
      { kind: 'fsm-spell', eligible: true, sent: { eligible: 'Yes' } },
      {
        kind: 'exclusion',
        category: 'SUSP',
        reasons: ['DB'],
        startDate: '2026-10-05',
        sessions: 3,
        sent: expect.anything(),
      },
    ]);
    expect(issues.map(({ code, place }) => [code, place.sheet, place.row])).toEqual([
      ['spreadsheet-title-rows', 'Pupils', 1],
      ['spreadsheet-column-unknown', 'Pupils', 5],
      ['spreadsheet-row-total', 'Pupils', 10],
      ['spreadsheet-date-serial', 'Pupils', 7],
      ['spreadsheet-sheet-skipped', 'Empty', undefined],
    ]);
  });

  it('reads days that are dates, texts and plain numbers in both date systems, and values of formulas', async () => {
    for (const date1904 of [false, true]) {
      const serial = date1904 ? 40_610 : 42_072;
      const bytes = await makeWorkbook(
        [
          {
            name: 'Pupils',
            rows: [
              ['UPN', 'Surname', 'Forename', 'DOB', 'Adno'],
              [ann, { formula: 'UPPER("testwood")', result: 'TESTWOOD' }, 'Ann', day('2015-03-09'), 4001],
              [bea, 'Other', 'Bea', '09/03/2015', '004002'],
              [carl, 'Third', { formula: 'B2&""' }, serial, 4003],
            ],
            formats: {},
          },
        ],
        date1904,
      );
      const { records, issues } = await read(bytes);
      const found = records.flatMap((record) =>
        record.kind === 'pupil' ? [[record.surname, record.birthDate]] : [],
      );
      expect(found).toEqual([
        ['TESTWOOD', '2015-03-09'],
        ['Other', '2015-03-09'],
        ['Third', '2015-03-09'],
      ]);
      expect(issues.map(({ code }) => code)).toEqual([
        'spreadsheet-date-serial',
        'spreadsheet-formula-without-value',
      ]);
    }
  });

  it('is less sure than any supplier, and knows tables of pupils alone', async () => {
    const detect = async (text: string) =>
      spreadsheetParser.detect(await readHead(await openSource(Buffer.from(text))));
    expect(await detect('UPN,Surname,Forename\nA,B,C\n')).toEqual({
      confidence: 0.55,
      reason: 'delimited text, 3 of 3 headings known',
    });
    expect(await detect('UPN,Surname,a,b,c,d\nA,B,,,,\n')).toMatchObject({ confidence: 0.5 });
    expect(await detect('a,b,c\n1,2,3\n')).toBeUndefined();
  });

  it.each([
    [
      'an .xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
      'xls-file',
      /save it as .*\.xlsx/i,
    ],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(2000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'workbook-encrypted',
      /password/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'pdf-file', /Export/],
    ['a table of something else', Buffer.from('article,price\n1,2\n'), 'spreadsheet-no-header', /mapping/],
  ])('refuses %s with what to do', async (_, bytes, code, help) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'UnreadableInputError',
      code,
      help: expect.stringMatching(help),
    });
    await expect(read(bytes, { mapping })).rejects.toMatchObject({ code, help: expect.any(String) });
  });
});
