import { expect, it } from 'vitest';
import { collect } from '../item.js';
import { openSource } from '../source-open.js';
import { commonHeadings } from './common-headings.js';
import { defineHeadings } from './headings.js';
import { createTableParser } from './table-parser.js';

const parser = createTableParser({
  id: 'id-table',
  supplier: 'rollbook',
  title: 'Tables for this test',
  headings: defineHeadings(
    { always: { 'pupil.supplierIds:local': ['Local'], 'pupil.supplierIds:unique': ['Unique'] } },
    commonHeadings,
  ),
  detect: () => undefined,
  pupilId: ({ unique }) => unique,
});

it('makes the key of the id that a dialect names, whatever the order of the columns', async () => {
  const text =
    'Local,Unique,UPN,Surname,Forename\n1,a-1,,Test,Ann\n1,b-1,,Test,Bo\n1,,,Test,Cy\n1,c-1,A001999999001,Test,Di\n';
  const { records } = await collect(parser.parse(await openSource(Buffer.from(text))));
  expect(records.map(({ key }) => key)).toEqual([
    ...['id:a-1', 'id:b-1', 'name:test|cy||', 'upn:A001999999001'],
  ]);
});
