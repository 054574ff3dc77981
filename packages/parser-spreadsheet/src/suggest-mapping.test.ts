import { openSource, tableFields } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { formatMapping, parseMapping, suggestMapping } from './index.js';
import { day, makeWorkbook } from './make-workbook.test-support.js';
import { testPupils, ukDate } from './pupils.test-support.js';

const today = '2026-11-20';
const pupils = testPupils(40);

async function suggest(content: string | Uint8Array, name = 'list.csv') {
  return suggestMapping(await openSource(Buffer.from(content as Uint8Array), { name }), { today });
}
async function suggestCsv(rows: readonly (readonly (string | number)[])[], name?: string) {
  return suggest(rows.map((row) => row.join(',')).join('\n'), name);
}

describe('by headings and values', () => {
  it('is sure where both agree', async () => {
    const { columns, mapping, issues } = await suggestCsv([
      ['UPN', 'Surname', 'Forename', 'DOB', 'Sex', 'Year', 'Shoe size'],
      ...pupils.map((p) => [p.upn, p.surname, p.forename, ukDate(p.birthDate), p.sex, `Year ${p.year}`, '4']),
    ]);
    expect(columns.map(({ column, field, confidence }) => [column, field, confidence])).toEqual([
      ['UPN', 'pupil.upn', 0.98],
      ['Surname', 'pupil.surname', 0.98],
      ['Forename', 'pupil.forename', 0.98],
      ['DOB', 'pupil.birthDate', 0.98],
      ['Sex', 'pupil.sex', 0.98],
      ['Year', 'enrolment.yearGroup', 0.98],
      ['Shoe size', undefined, expect.any(Number)],
    ]);
    expect(columns[0]?.reason).toBe(
      'the heading is known, and all values are UPNs, with the right check letter',
    );
    expect(columns[6]?.confidence).toBeLessThan(0.5);
    expect(mapping.sheets).toMatchObject([
      { sheet: '*', columns: expect.arrayContaining([{ column: 'Shoe size', field: 'extension' }]) },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['spreadsheet-school-missing']);
  });

  it('doubts a heading whose values say something else, and names what they are', async () => {
    const { columns } = await suggestCsv([
      ['UPN', 'Surname', 'Sex', 'DOB'],
      ...pupils.map((p) => [p.upn, p.surname, p.upn, '01/09/1970']),
    ]);
    expect(columns[2]).toMatchObject({ field: 'pupil.sex', confidence: 0.4, alternatives: ['pupil.upn'] });
    expect(columns[2]?.reason).toMatch(/^the heading is known, but none of the values are in the list/);
    expect(columns[3]).toMatchObject({ field: 'pupil.birthDate', confidence: 0.4 });
  });

  it('knows misspelt headings, less surely, and more surely when values agree', async () => {
    const { columns, mapping } = await suggestCsv([
      ['UPN', 'Surnmae', 'Date of Brith', 'Ethnicty', 'Genedr'],
      ...pupils.map((p) => [p.upn, p.surname, ukDate(p.birthDate), 'WBRI', 'what']),
    ]);
    expect(columns.slice(1).map(({ field, confidence }) => [field, confidence])).toEqual([
      ['pupil.surname', 0.65],
      ['pupil.birthDate', 0.85],
      ['pupil.ethnicity', 0.85],
      [undefined, expect.any(Number)],
    ]);
    expect(columns[4]?.alternatives).toContain('pupil.sex');
    expect(mapping.sheets[0]?.columns[4]).toEqual({ column: 'Genedr', field: 'extension' });
  });

  it('numbers contacts and needs, and tells suspensions by the name of the sheet', async () => {
    const contacts = await suggestCsv([
      ['UPN', 'Contact 1 Surname', 'Contact 2 Surname', 'Contact 2 Mobile', 'SEN Need 1', 'SEN Need 2'],
      ...pupils.map((p) => [p.upn, 'Test', 'Other', '7700900123', 'ASD', 'SLCN']),
    ]);
    expect(contacts.mapping.sheets[0]?.columns.slice(1)).toEqual([
      { column: 'Contact 1 Surname', field: 'contact.surname', number: 1 },
      { column: 'Contact 2 Surname', field: 'contact.surname', number: 2 },
      { column: 'Contact 2 Mobile', field: 'contact.phones:M', number: 2, pad: 11 },
      { column: 'SEN Need 1', field: 'sen-need.need', number: 1 },
      { column: 'SEN Need 2', field: 'sen-need.need', number: 2 },
    ]);
    const out = await suggestCsv(
      [
        ['UPN', 'Type', 'Reason', 'Start Date', 'Days'],
        ...pupils.map((p) => [p.upn, 'SUSP', 'PP', '05/10/2026', '1.5']),
      ],
      'suspensions.csv',
    );
    expect(out.mapping.sheets[0]?.columns.slice(1).map(({ field }) => field)).toEqual([
      'exclusion.category',
      'exclusion.reasons',
      'exclusion.startDate',
      'exclusion.days',
    ]);
  });

  it('proposes zeros for admission numbers, and the order of dates', async () => {
    const usDate = (date: string) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
    const { mapping, issues } = await suggestCsv([
      ['UPN', 'Admission Number', 'DOB', 'Date of Admission', 'Leaving Date'],
      ...pupils.map((p) => [
        p.upn,
        p.admissionNumber,
        usDate(p.birthDate),
        '01/09/2020',
        p.index % 2 === 0 ? '13/02/2026' : '02/13/2026',
      ]),
    ]);
    expect(mapping.sheets[0]?.columns[1]).toEqual({
      column: 'Admission Number',
      field: 'enrolment.admissionNumber',
      pad: 6,
    });
    expect(mapping.sheets[0]?.columns[2]).toMatchObject({ dateOrder: 'mdy' });
    expect(mapping.sheets[0]?.columns[3]).not.toHaveProperty('dateOrder');
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['spreadsheet-zeros-lost', 'Admission Number'],
      ['spreadsheet-dates-ambiguous', 'Date of Admission'],
      ['spreadsheet-dates-mixed', 'Leaving Date'],
      ['spreadsheet-school-missing', undefined],
    ]);
  });
});

describe('by values alone', () => {
  it('knows columns without headings, and says where it does not', async () => {
    const { columns, mapping, issues } = await suggestCsv(
      pupils.map((p, i) => [
        p.upn,
        `"${p.surname}, ${p.forename}"`,
        ukDate(p.birthDate),
        ukDate(p.entryDate),
        p.sex,
        `Year ${p.year}`,
        p.group,
        `LE${(i % 9) + 1} 1AB`,
        `a${i}@example.org`,
        `01632 960${100 + i}`,
      ]),
    );
    expect(columns.map(({ letter, field }) => [letter, field])).toEqual([
      ['A', 'pupil.upn'],
      ['B', 'pupil.fullName'],
      ['C', 'pupil.birthDate'],
      ['D', 'enrolment.entryDate'],
      ['E', 'pupil.sex'],
      ['F', 'enrolment.yearGroup'],
      ['G', 'enrolment.registrationGroup'],
      ['H', 'pupil.address.postcode'],
      ['I', undefined],
      ['J', undefined],
    ]);
    expect(columns[8]?.alternatives).toEqual(['contact.emails', 'pupil.emails']);
    expect(columns[8]?.reason).toBe('there is no heading; all values are email addresses, but whose');
    expect(mapping.sheets[0]).toMatchObject({ headerRow: 0 });
    expect(issues.map(({ code }) => code)).toContain('spreadsheet-no-headings');
  });

  it('finds a header of words that nobody knows above values that say what they are', async () => {
    const { mapping, issues, columns } = await suggestCsv([
      ['Kennung', 'Wer', 'Geboren'],
      ...pupils.map((p) => [p.upn, `"${p.surname}, ${p.forename}"`, ukDate(p.birthDate)]),
    ]);
    expect(mapping.sheets[0]).toMatchObject({
      headerRow: 1,
      columns: [
        { column: 'Kennung', field: 'pupil.upn' },
        { column: 'Wer', field: 'pupil.fullName' },
        { column: 'Geboren', field: 'pupil.birthDate' },
      ],
    });
    expect(issues.map(({ code }) => code)).toContain('spreadsheet-header-guessed');
    expect(columns[0]?.reason).toContain('the heading is not known, but all values are UPNs');
  });

  it('does not give a field twice', async () => {
    const { columns } = await suggestCsv([
      ['UPN', 'Surname', 'DOB', 'Mystery', 'Puzzle'],
      ...pupils.map((p) => [p.upn, p.surname, ukDate(p.birthDate), ukDate(p.birthDate), p.upn]),
    ]);
    expect(columns[3]).toMatchObject({ alternatives: expect.arrayContaining(['pupil.birthDate']) });
    expect(columns[3]).not.toHaveProperty('field');
    expect(columns[4]).not.toHaveProperty('field');
    expect(columns[4]?.reason).toContain('another column is that already');
  });
});

describe('workbooks', () => {
  it('takes each sheet, leaves out hidden ones, and finds columns of sessions', async () => {
    const bytes = await makeWorkbook([
      {
        name: 'Pupils',
        rows: [
          ['Example School'],
          [],
          ['UPN', 'Surname', 'DOB'],
          ...pupils.map((p) => [p.upn, p.surname, day(p.birthDate)]),
        ],
      },
      {
        name: 'Marks',
        rows: [
          ['UPN', 'Surname', '05/10/2026 AM', '05/10/2026 PM'],
          ...pupils.map((p) => [p.upn, p.surname, '/', 'L']),
        ],
      },
      {
        name: 'Lists',
        rows: [
          ['Red', 'Green'],
          ['x', 'y'],
        ],
        hidden: true,
      },
      { name: 'Notes', rows: [['some words']] },
    ]);
    const { mapping, columns, issues } = await suggest(bytes, 'list.xlsx');
    expect(mapping.sheets.map(({ sheet, sessionColumns }) => [sheet, sessionColumns])).toEqual([
      ['Pupils', undefined],
      ['Marks', true],
    ]);
    expect(mapping.sheets[1]?.columns).toHaveLength(2);
    expect(columns.at(-1)).toMatchObject({ field: 'marks.session', letter: 'C' });
    expect(issues.map(({ code, place }) => [code, place.sheet])).toEqual([
      ['spreadsheet-sheet-hidden', 'Lists'],
      ['spreadsheet-sheet-unclear', 'Notes'],
      ['spreadsheet-school-missing', undefined],
    ]);
  });

  it('refuses what holds no table, and an old workbook with what to do', async () => {
    await expect(suggest('some words\nmore words\n')).rejects.toMatchObject({
      code: 'spreadsheet-no-header',
    });
    const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    await expect(suggest(xls, 'a.xls')).rejects.toMatchObject({
      code: 'xls-file',
      help: expect.stringContaining('.xlsx'),
    });
  });
});

it('writes no value of the file into the mapping, its comments or the issues', async () => {
  const secret = ['Zzyzx', 'Qwertson'];
  const { mapping, columns, issues } = await suggestCsv([
    ['UPN', 'Surname', 'What', 'Sex', ''],
    ...pupils.map((p, i) => [p.upn, secret[0] as string, secret[1] as string, 'Zzyzx', `x${i}@example.org`]),
  ]);
  const text = formatMapping(mapping, { comments: columns }) + JSON.stringify([columns, issues]);
  for (const word of [...secret, 'A001', 'example.org', ...pupils.map(({ upn }) => upn)])
    expect(text).not.toContain(word);
  expect(text).toContain('# 0.98: the heading is known');
  expect(parseMapping(formatMapping(mapping, { comments: columns }))).toEqual(mapping);
  for (const { field } of columns)
    if (field !== undefined && field !== 'extension')
      expect(Object.keys(tableFields)).toContain(field.split(':')[0]);
});
