import { expect, it } from 'vitest';
import { collect } from '../item.js';
import { openSource } from '../source-open.js';
import { makeXlsx } from '../workbook/make-workbook.test-support.js';
import { commonHeadings } from './common-headings.js';
import type { ColumnMeaning } from './fields.js';
import { createTableParser } from './table-parser.js';
import { TableReader } from './table-reader.js';

const dialect = {
  id: 'roll-table',
  supplier: 'rollbook',
  title: 'Tables for this test',
  headings: commonHeadings,
  detect: () => undefined,
};

it('reads what a mapping has a text stand for, and keeps what was sent', () => {
  const translate = (text: string) => ({ '42': '000042', Ja: 'Y', Maedchen: 'F', '-': '' })[text] ?? text;
  const meanings: ColumnMeaning[] = [
    { field: 'pupil.surname' },
    { field: 'enrolment.admissionNumber', translate },
    { field: 'fsm-spell.eligible', translate },
    { field: 'pupil.sex', translate },
    { field: 'enrolment.house', translate },
    { field: 'enrolment.yearGroup' },
  ];
  const reader = new TableReader({
    dialect,
    file: { name: 'list', sha256: null, size: null, supplier: 'rollbook', format: 'roll-table' },
    options: {},
    placeOf: (at) => ({ line: at }),
    meanings: () => meanings,
  });
  reader.header(['Name', 'Nummer', 'Frei', 'Wer', 'Haus', 'Jahr']);
  reader.row(['Test', '42', 'Ja', 'Maedchen', '-', '7'], 2);
  reader.row(['Other', '123456', 'N', 'M', 'Red', '8'], 3);
  reader.end();
  expect(reader.take()).toMatchObject([
    { kind: 'pupil', sex: 'F', sent: { sex: 'Maedchen' } },
    { kind: 'enrolment', admissionNumber: '000042', sent: { admissionNumber: '42', house: '-' } },
    { kind: 'fsm-spell', eligible: true, sent: { eligible: 'Ja' } },
    { kind: 'pupil', sex: 'M' },
    { kind: 'enrolment', admissionNumber: '123456', house: 'Red' },
    { kind: 'fsm-spell', eligible: false, sent: { eligible: 'N' } },
  ]);
});

it.each([
  [false, '2015-03-09'],
  [true, '2019-03-10'],
])('reads numbers of days by the date system of the workbook (1904: %s)', async (dates1904, birthDate) => {
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = row(1, text('Surname'), text('DOB')) + row(2, text('Test'), '<c><v>42072</v></c>');
  const bytes = makeXlsx({ sheets: [{ name: 'Pupils', data }], dates1904 });
  const { records } = await collect(createTableParser(dialect).parse(await openSource(bytes)));
  expect(records).toMatchObject([{ kind: 'pupil', surname: 'Test', birthDate }]);
});
