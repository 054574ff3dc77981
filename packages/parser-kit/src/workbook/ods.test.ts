import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import { makeOds, readSheet } from './make-workbook.test-support.js';
import { openWorkbook } from './open-workbook.js';

const table = (rows: string, attributes = 'table:name="S"') =>
  `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const read = (rows: string) => readSheet(makeOds(table(rows)));

describe('cells of an .ods', () => {
  it.each([
    ['float', 'office:value-type="float" office:value="12.50"', '<text:p>12.50</text:p>', '12.5', 'n'],
    ['zeros', 'office:value-type="float" office:value="123"', '<text:p>000123</text:p>', '000123', 'n'],
    ['percentage', 'office:value-type="percentage" office:value="0.95"', '<text:p>95%</text:p>', '0.95', 'n'],
    ['currency', 'office:value-type="currency" office:value="12.1"', '<text:p>£12.10</text:p>', '12.1', 'n'],
    [
      'date',
      'office:value-type="date" office:date-value="2010-05-03"',
      '<text:p>3 May</text:p>',
      '2010-05-03',
      'd',
    ],
    [
      'date and time',
      'office:value-type="date" office:date-value="2010-05-03T10:30:00"',
      '',
      '2010-05-03T10:30:00',
      'd',
    ],
    [
      'time',
      'office:value-type="time" office:time-value="PT10H30M00S"',
      '<text:p>10:30</text:p>',
      '10:30:00',
      'd',
    ],
    [
      'boolean',
      'office:value-type="boolean" office:boolean-value="true"',
      '<text:p>YES</text:p>',
      'TRUE',
      'b',
    ],
    ['text', 'office:value-type="string"', '<text:p>A</text:p><text:p>B</text:p>', 'A\nB', 's'],
    [
      'text as attribute',
      'office:value-type="string" office:string-value="x"',
      '<text:p>y</text:p>',
      'x',
      's',
    ],
    [
      'mixed text',
      'office:value-type="string"',
      '<text:p>O<text:s text:c="2"/>B<text:span>ri<text:a>en</text:a></text:span><text:tab/>x<text:line-break/>y</text:p>',
      'O  Brien\tx\ny',
      's',
    ],
    ['white space in XML', 'office:value-type="string"', '<text:p>\n  a\n  b </text:p>', 'a b', 's'],
    [
      'annotation',
      'office:value-type="string"',
      '<office:annotation><text:p>note</text:p></office:annotation><text:p>A<text:note><text:p>n</text:p></text:note>B</text:p>',
      'AB',
      's',
    ],
    [
      'error',
      'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"',
      '<text:p>#N/A</text:p>',
      '#N/A',
      'e',
    ],
    [
      'formula',
      'table:formula="of:=1+1" office:value-type="float" office:value="2"',
      '<text:p>2</text:p>',
      '2',
      'n',
    ],
    ['formula without a value', 'table:formula="of:=1+1"', '', '', 'f'],
  ])('%s', async (_, attributes, content, value, type) => {
    const { rows, types } = await read(row(`<table:table-cell ${attributes}>${content}</table:table-cell>`));
    expect([rows[0]?.[0], types[0]]).toEqual([value, type]);
  });
});

describe('rows of an .ods', () => {
  it('repeats rows and cells, and passes over a million blank ones', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="16382"/>';
    const rows =
      row(text('a') + '<table:table-cell table:number-columns-repeated="2"/>' + text('b') + blank) +
      row(blank, 'table:number-rows-repeated="3"') +
      row(
        '<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>',
        'table:number-rows-repeated="2"',
      ) +
      row(blank, 'table:number-rows-repeated="1048500"');
    expect(await read(rows)).toEqual({
      rows: [
        ['a', '', '', 'b'],
        ['1', '1', '1'],
        ['1', '1', '1'],
      ],
      at: [1, 5, 6],
      types: ['s--s', 'nnn', 'nnn'],
    });
  });

  it('finds rows in header rows and groups, and no rows elsewhere', async () => {
    const inner = `<table:table-row-group>${row(text('c'))}<table:table-rows>${row(text('d'))}</table:table-rows></table:table-row-group>`;
    const rows =
      `<table:shapes>${row(text('no'))}</table:shapes><table:table-header-rows>${row(text('a'))}</table:table-header-rows>` +
      `${inner}${row(`<table:table-cell office:value-type="string"><table:table>${row(text('no'))}</table:table><text:p>e</text:p></table:table-cell>`)}`;
    const { rows: found, at } = await read(rows);
    expect(found).toEqual([['a'], ['c'], ['d'], ['e']]);
    expect(at).toEqual([1, 2, 3, 4]);
  });

  it('fills merged areas', async () => {
    const rows =
      row(
        '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>m</text:p></table:table-cell><table:covered-table-cell/>' +
          text('x'),
      ) +
      row('<table:covered-table-cell table:number-columns-repeated="2"/>' + text('y')) +
      row('<table:table-cell table:number-columns-repeated="2"/>' + text('z'));
    expect((await read(rows)).rows).toEqual([
      ['m', 'm', 'x'],
      ['m', 'm', 'y'],
      ['', '', 'z'],
    ]);
  });

  it.each([
    [
      'a row of too many cells',
      row(text('a').replace('cell ', 'cell table:number-columns-repeated="99999999" ')),
    ],
    ['too many rows', row(text('a'), 'table:number-rows-repeated="99999999"')],
  ])('%s is refused', async (_, rows) => {
    await expect(read(rows)).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it('bounds what repeats stand for', async () => {
    const rows = row(
      text('a').replace('cell ', 'cell table:number-columns-repeated="16384" '),
      'table:number-rows-repeated="1048576"',
    );
    await expect(readSheet(makeOds(table(rows)), 0, { limits: { cells: 100_000 } })).rejects.toMatchObject({
      code: 'workbook-too-large',
    });
  });

  it('a row that is repeated a million times costs one row', async () => {
    const bytes = makeOds(table(row(text('a'), 'table:number-rows-repeated="1048576"')));
    const workbook = await openWorkbook(await openSource(bytes));
    const distinct = new Set<readonly string[]>();
    let count = 0;
    for await (const batch of workbook.rows(0)) {
      expect(batch.rows.length).toBeLessThanOrEqual(1000);
      for (const each of batch.rows) distinct.add(each);
      count += batch.rows.length;
    }
    expect(count).toBe(1_048_576);
    expect(distinct.size).toBe(1);
  });
});

describe('sheets of an .ods', () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const tables =
    table(row(text('1')), 'table:name="Pupils &amp; staff" table:style-name="ta1"') +
    table(row(text('2')), 'table:name="Lists" table:style-name="ta2"') +
    table(row(text('3')), 'table:name="Last"');

  it('lists and reads each', async () => {
    const bytes = makeOds(tables, styles);
    const workbook = await openWorkbook(await openSource(bytes));
    expect(workbook).toMatchObject({ format: 'ods', dates1904: false });
    expect(workbook.sheets).toEqual([
      { name: 'Pupils & staff', hidden: false, index: 0 },
      { name: 'Lists', hidden: true, index: 1 },
      { name: 'Last', hidden: false, index: 2 },
    ]);
    for (const index of [2, 0, 1])
      expect((await readSheet(bytes, index)).rows).toEqual([[String(index + 1)]]);
  });

  it('says that an encrypted one is', async () => {
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    const bytes = makeOds(tables, '', [{ name: 'META-INF/manifest.xml', data: manifest }]);
    await expect(readSheet(bytes)).rejects.toMatchObject({ code: 'workbook-encrypted' });
  });
});
