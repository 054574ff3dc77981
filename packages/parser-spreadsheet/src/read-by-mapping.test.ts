import { describe, expect, it } from 'vitest';
import { parseMapping } from './index.js';
import { makeWorkbook } from './make-workbook.test-support.js';
import { testPupils } from './pupils.test-support.js';
import { csv, mapping, plain, read } from './read-captured.test-support.js';

const [ann, bea, carl] = testPupils(3).map(({ upn }) => upn);

describe('by a mapping', () => {
  it('reads words, zeros, constants, orders of dates, and says what it left out', async () => {
    const { records, issues } = await read(csv, { mapping }, 'staff-list.csv');
    expect(plain(records)).toEqual([
      {
        kind: 'pupil',
        upn: ann,
        surname: 'Testwood',
        forename: 'Ann',
        birthDate: '2015-03-09',
        sent: { birthDate: '03/09/2015' },
      },
      { kind: 'fsm-spell', eligible: true, sent: { eligible: 'Ja' } },
      { kind: 'assessment-result', stage: 'KS2', subject: 'MAT', result: 'EXS' },
      { kind: 'unreadable', intended: 'contact', raw: expect.anything() },
      {
        kind: 'pupil',
        upn: bea,
        surname: 'O’Sample',
        forename: 'Bea',
        birthDate: '2014-11-28',
        sent: { birthDate: '11/28/2014' },
      },
      { kind: 'fsm-spell', eligible: false, sent: { eligible: 'Nein' } },
      { kind: 'assessment-result', stage: 'KS2', subject: 'MAT', result: 'GDS' },
      { kind: 'unreadable', intended: 'contact', raw: expect.anything() },
      { kind: 'pupil', upn: carl, surname: 'Ünal', forename: 'Carl' },
    ]);
    expect(records.every(({ school }) => school === '9998888')).toBe(true);
    expect(JSON.stringify(records)).not.toContain('likes music');
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['spreadsheet-column-missing', 'Absent column'],
      ['spreadsheet-column-ignored', 'Notes'],
      ['spreadsheet-title-rows', undefined],
      ['spreadsheet-record-unreadable', 'surname'],
      ['spreadsheet-record-unreadable', 'surname'],
      ['spreadsheet-row-total', undefined],
    ]);
  });

  it('takes sheets by name, number and star, columns by letter, and rows by number', async () => {
    const bytes = await makeWorkbook([
      {
        name: 'One',
        rows: [
          [ann, 'Testwood', 4001],
          [bea, 'Other', 123456],
          ['no pupil', 'x', 1],
        ],
      },
      { name: 'Two', rows: [['words'], ['UPN', 'Comment', 'Comment'], [carl, 'a', 'Third']] },
      {
        name: 'Three',
        rows: [
          ['UPN', 'Surname'],
          [ann, 'Testwood'],
        ],
        hidden: true,
      },
      { name: 'Four', rows: [['nothing', 'known']] },
    ]);
    const { records, issues } = await read(bytes, {
      mapping: {
        version: 1,
        sheets: [
          {
            sheet: 'one',
            headerRow: 0,
            rowsToSkip: [3],
            columns: [
              { letter: 'A', field: 'pupil.upn' },
              { letter: 'B', field: 'pupil.surname' },
              { letter: 'C', field: 'enrolment.admissionNumber', pad: 6 },
              { letter: 'Z', field: 'pupil.forename' },
            ],
          },
          {
            sheet: 2,
            headerRow: 2,
            columns: [
              { column: 'upn', field: 'pupil.upn' },
              { letter: 'C', field: 'pupil.surname' },
            ],
          },
          { sheet: '*', columns: [{ column: 'UPN', field: 'pupil.upn' }] },
          { sheet: 'Five', columns: [{ column: 'UPN', field: 'pupil.upn' }] },
        ],
      },
    });
    expect(plain(records)).toEqual([
      { kind: 'pupil', upn: ann, surname: 'Testwood' },
      { kind: 'enrolment', admissionNumber: '004001', current: true, sent: { admissionNumber: '4001' } },
      { kind: 'pupil', upn: bea, surname: 'Other' },
      { kind: 'enrolment', admissionNumber: '123456', current: true },
      { kind: 'pupil', upn: carl, surname: 'Third', extensions: { Comment: 'a' } },
    ]);
    expect(records[0]?.provenance.place).toEqual({ row: 1, sheet: 'One' });
    expect(issues.map(({ code, field, place }) => [code, field ?? place.sheet])).toEqual([
      ['spreadsheet-column-missing', 'Z'],
      ['spreadsheet-title-rows', 'Two'],
      ['spreadsheet-column-unknown', 'Comment'],
      ['spreadsheet-sheet-skipped', 'Three'],
      ['spreadsheet-sheet-skipped', 'Four'],
      ['spreadsheet-sheet-missing', 'Five'],
    ]);
  });

  it('reads columns of sessions, with the school’s own marks', async () => {
    const text = `UPN,Name,Mon 05/10/2026 AM,Mon 05/10/2026 PM\n${ann},"Testwood, Ann",/,@\n`;
    const marks = parseMapping(`
version: 1
attendanceCodes: { '@': L }
sheets:
  - sheet: '*'
    sessionColumns: true
    columns:
      - { column: UPN, field: pupil.upn }
      - { column: Name, field: pupil.fullName }
`);
    const { records } = await read(Buffer.from(text), { mapping: marks }, 'marks.csv');
    expect(plain(records).slice(1)).toEqual([
      { kind: 'attendance-mark', date: '2026-10-05', session: 'AM', code: '/' },
      { kind: 'attendance-mark', date: '2026-10-05', session: 'PM', code: 'L', sent: { code: '@' } },
    ]);
  });

  it('gives rows with blanks to the pupil above only when told to', async () => {
    const text = `UPN,Surname,SEN Need\n${ann},Testwood,ASD\n,,SLCN\n`;
    const entry = {
      sheet: '*',
      columns: [
        { column: 'UPN', field: 'pupil.upn' },
        { column: 'Surname', field: 'pupil.surname' },
        { column: 'SEN Need', field: 'sen-need.need' },
      ],
    };
    const kinds = async (blankRepeats: boolean) =>
      (
        await read(Buffer.from(text), { mapping: { version: 1, sheets: [{ ...entry, blankRepeats }] } })
      ).records.map(({ kind }) => kind);
    expect(await kinds(true)).toEqual(['pupil', 'sen-need', 'sen-need']);
    expect(await kinds(false)).toEqual(['pupil', 'sen-need', 'unreadable']);
  });

  it('says which sheet lacks the headings, and refuses a file in which all do', async () => {
    const two = await makeWorkbook([
      {
        name: 'Pupils',
        rows: [
          ['UPN', 'Surname'],
          [ann, 'Testwood'],
        ],
      },
      {
        name: 'Other',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    ]);
    const columns = [
      { column: 'UPN', field: 'pupil.upn' },
      { column: 'Surname', field: 'pupil.surname' },
    ];
    const entries = [
      { sheet: 'Pupils', columns },
      { sheet: 'Other', columns },
    ];
    const { issues } = await read(two, { mapping: { version: 1, sheets: entries } });
    expect(issues).toMatchObject([
      { code: 'spreadsheet-header-missing', severity: 'error', place: { sheet: 'Other' } },
    ]);
    await expect(read(two, { mapping: { version: 1, sheets: [entries[1]!] } })).rejects.toMatchObject({
      code: 'spreadsheet-no-header',
    });
  });
});
