import { describe, expect, it } from 'vitest';
import { openSource } from '../source-open.js';
import { makeXlsx, readSheet, xlsxParts } from './make-workbook.test-support.js';
import { openWorkbook } from './open-workbook.js';
import { makeZip } from './zip.test-support.js';

const cell = (xml: string, sketch: Partial<Parameters<typeof makeXlsx>[0]> = {}) =>
  readSheet(makeXlsx({ ...sketch, sheets: [{ data: `<row r="1">${xml}</row>` }] })).then(
    ({ rows, types }) => [rows[0]?.[0], types[0]],
  );

describe('cells of an .xlsx', () => {
  it.each([
    ['number', '<c r="A1"><v>12.50</v></c>', '12.5', 'n'],
    ['number of type n', '<c r="A1" t="n"><v>3</v></c>', '3', 'n'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE', 'b'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'FALSE', 'b'],
    ['error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A', 'e'],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>O\'Brien &amp; Co</t></is></c>', "O'Brien & Co", 's'],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Zo</t></r><r><t xml:space="preserve">ë </t></r><rPh sb="0" eb="1"><t>NO</t></rPh></is></c>',
      'Zoë ',
      's',
    ],
    ['formula with a number', '<c r="A1"><f>1+1</f><v>2</v></c>', '2', 'n'],
    ['formula with a text', '<c r="A1" t="str"><f>A2</f><v>x_x0041_</v></c>', 'xA', 's'],
    ['formula with a boolean', '<c r="A1" t="b"><f>1=1</f><v>1</v></c>', 'TRUE', 'b'],
    ['formula with an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'e'],
    ['formula without a value', '<c r="A1"><f>1+1</f></c>', '', 'f'],
    ['formula with an empty value', '<c r="A1"><f>1+1</f><v></v></c>', '', 'f'],
    ['formula with a computed empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', undefined, undefined],
    ['ISO date', '<c r="A1" t="d"><v>2010-05-03</v></c>', '2010-05-03', 'd'],
    ['ISO date and time', '<c r="A1" t="d"><v>2010-05-03T10:30:00</v></c>', '2010-05-03T10:30:00', 'd'],
    ['ISO date that is none', '<c r="A1" t="d"><v>3 May</v></c>', '3 May', 's'],
    ['number that is none', '<c r="A1"><v>abc</v></c>', 'abc', 's'],
    ['blank with a style', '<c r="A1" s="1"/>', undefined, undefined],
    ['value in CDATA and comments', '<c r="A1"><v>1<!-- x -->2<![CDATA[3]]></v></c>', '123', 'n'],
  ])('%s', async (_, xml, text, type) => expect(await cell(xml)).toEqual([text, type]));

  it.each([
    ['dd/mm/yyyy', '40301', '2010-05-03', 'd'],
    [14, '40301', '2010-05-03', 'd'],
    [22, '40301.4375', '2010-05-03T10:30:00', 'd'],
    ['h:mm', '0.4375', '10:30:00', 'd'],
    ['[h]:mm', '1.5', '36:00:00', 'd'],
    ['dd/mm/yyyy', '-5', '-5', 'n'],
    ['dd/mm/yyyy', '0', '0', 'n'],
    ['000000', '123', '000123', 'n'],
    ['0000', '4001', '4001', 'n'],
    ['0.00', '4.5', '4.5', 'n'],
    ['"Year" 0', '7', '7', 'n'],
  ])('format %s of %s: %s', async (format, value, text, type) =>
    expect(await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format] })).toEqual([text, type]),
  );

  it('dates of the system of 1904', async () => {
    const xml = '<c r="A1" s="1"><v>38839</v></c>';
    expect(await cell(xml, { formats: ['dd/mm/yyyy'], dates1904: true })).toEqual(['2010-05-03', 'd']);
  });

  it('shared strings: rich, phonetic, escaped, empty', async () => {
    const strings =
      '<si><t>Plain</t></si><si><r><t>Ri</t></r><r><rPr><i/></rPr><t>ch</t></r></si>' +
      '<si><t>山田</t><rPh sb="0" eb="2"><t>やまだ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>a_x000D_&#10;b</t></si><si/><si><t> kept </t></si>';
    const data = `<row r="1">${[0, 1, 2, 3, 4, 5].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;
    const { rows, types } = await readSheet(makeXlsx({ sheets: [{ data }], strings }));
    expect(rows).toEqual([['Plain', 'Rich', '山田', 'a\r\nb', '', ' kept ']]);
    expect(types).toEqual(['ssss-s']);
  });

  it('a text that is not there is damage', async () => {
    const data = '<row><c t="s"><v>1</v></c></row>';
    await expect(
      readSheet(makeXlsx({ sheets: [{ data }], strings: '<si><t>a</t></si>' })),
    ).rejects.toMatchObject({ code: 'workbook-damaged' });
  });
});

describe('rows of an .xlsx', () => {
  it('leaves blank rows out and keeps the numbers', async () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3" s="0"/></row>' +
      '<row r="7"><c r="C7"><v>7</v></c><c r="E7"/></row>';
    expect(await readSheet(makeXlsx({ sheets: [{ data }] }))).toEqual({
      rows: [['1'], ['', '', '7']],
      at: [1, 7],
      types: ['n', '--n'],
    });
  });

  it('counts rows and cells on where they have no references', async () => {
    const data =
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row/><row><c><v>3</v></c></row>' +
      '<row r="10"><c><v>10</v></c></row><row><c><v>11</v></c></row>';
    const { rows, at } = await readSheet(makeXlsx({ sheets: [{ data }] }));
    expect(rows).toEqual([['1', '', '', '4', '5'], ['3'], ['10'], ['11']]);
    expect(at).toEqual([1, 3, 10, 11]);
  });

  it.each([
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a row number that is none', '<row r="x"/>'],
    ['a cell beyond the last column', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['a reference that is none', '<row><c r="11"><v>1</v></c></row>'],
  ])('%s is damage', async (_, data) => {
    await expect(readSheet(makeXlsx({ sheets: [{ data }] }))).rejects.toMatchObject({
      code: 'workbook-damaged',
    });
  });

  it('fills merged areas, but makes no rows of them', async () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>9</v></c></row>' +
      '<row r="2"><c r="C2"><v>5</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="4"><c r="C4"><v>6</v></c></row>';
    const behind =
      '<mergeCells count="3"><mergeCell ref="A1:B3"/><mergeCell ref="D1:F1"/><mergeCell ref="C4:C9"/></mergeCells>';
    expect(await readSheet(makeXlsx({ sheets: [{ data, behind }] }))).toEqual({
      rows: [
        ['1', '1', '', '9', '9', '9'],
        ['1', '1', '5'],
        ['', '', '6'],
      ],
      at: [1, 2, 4],
      types: ['nn-nnn', 'nnn', '--n'],
    });
  });

  it('bounds merged areas', async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const behind = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>';
    const bytes = makeXlsx({ sheets: [{ data, behind }] });
    const tooLarge = { code: 'workbook-too-large' };
    await expect(readSheet(bytes, 0, { limits: { mergedAreas: 1 } })).rejects.toMatchObject(tooLarge);
    await expect(readSheet(bytes, 0, { limits: { filledCells: 1 } })).rejects.toMatchObject(tooLarge);
    await expect(readSheet(bytes, 0, { limits: { cells: 1 } })).rejects.toMatchObject(tooLarge);
  });

  it('a text that speaks of mergeCells is no merged area', async () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;mergeCell ref="A1:B1"/></t></is></c><c r="B1"><v>2</v></c></row>';
    const { rows } = await readSheet(makeXlsx({ sheets: [{ data }] }));
    expect(rows).toEqual([['<mergeCell ref="A1:B1"/>', '2']]);
  });

  it('gives many rows in batches', async () => {
    const data = Array.from({ length: 2345 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
    const workbook = await openWorkbook(await openSource(makeXlsx({ sheets: [{ data }] })));
    let next = 0;
    let batches = 0;
    for await (const { rows, at, types } of workbook.rows(0)) {
      batches++;
      expect(rows.length).toBe(at.length);
      expect(rows.length).toBe(types?.length);
      for (const row of rows) expect(row).toEqual([String(next++)]);
    }
    expect(next).toBe(2345);
    expect(batches).toBeGreaterThan(1);
  });
});

describe('sheets of an .xlsx', () => {
  it('flags hidden ones, leaves charts out, follows absolute and relative targets', async () => {
    const bytes = makeXlsx({
      sheets: [
        { name: 'Pupils', data: '<row><c><v>1</v></c></row>', target: '/xl/other/a%20b.xml' },
        { name: 'Lists', state: 'hidden', data: '' },
        { name: 'Chart', type: 'chartsheet', data: '' },
        {
          name: 'Deep',
          state: 'veryHidden',
          data: '<row><c><v>4</v></c></row>',
          target: './worksheets/../x.xml',
        },
      ].map((sheet) => sheet),
      extra: [
        {
          name: 'xl/other/a b.xml',
          data: '<worksheet><sheetData><row><c><v>11</v></c></row></sheetData></worksheet>',
        },
        {
          name: 'xl/x.xml',
          data: '<worksheet><sheetData><row><c><v>44</v></c></row></sheetData></worksheet>',
        },
      ],
    });
    const workbook = await openWorkbook(await openSource(bytes));
    expect(workbook.sheets).toEqual([
      { name: 'Pupils', hidden: false, index: 0 },
      { name: 'Lists', hidden: true, index: 1 },
      { name: 'Deep', hidden: true, index: 2 },
    ]);
    expect((await readSheet(bytes, 2)).rows).toEqual([['44']]);
    expect((await readSheet(bytes, 1)).rows).toEqual([]);
    await expect(readSheet(bytes, 3)).rejects.toBeInstanceOf(RangeError);
  });

  it('a target outside the archive is damage', async () => {
    const bytes = makeXlsx({ sheets: [{ data: '', target: '../../../../etc/passwd' }] });
    await expect(readSheet(bytes)).rejects.toMatchObject({ code: 'workbook-damaged' });
  });

  it('reads strict files with prefixes, and parts in any order', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const parts = xlsxParts({ sheets: [{ data: '' }], strings: '' });
    const replaced: Record<string, string> = {
      'xl/workbook.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:rel="${strict}/officeDocument/relationships" conformance="strict"><x:sheets><x:sheet name="S" sheetId="1" rel:id="s0"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="s0" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets\\sheet1.xml"/><p:Relationship Id="q" Type="${strict}/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/></p:Relationships>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      'xl/sharedStrings.xml': '<x:sst xmlns:x="x"><x:si><x:t>Name</x:t></x:si></x:sst>',
    };
    const files = parts.map((part) => ({ ...part, data: replaced[part.name] ?? part.data })).reverse();
    expect((await readSheet(makeZip(files))).rows).toEqual([['Name']]);
  });

  it('reads a part in UTF-16, merged areas too', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>Zoë</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>';
    const parts = xlsxParts({ sheets: [{ data: '' }] }).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? { ...part, data: Buffer.from(`\ufeff${xml}`, 'utf16le') }
        : part,
    );
    expect((await readSheet(makeZip(parts))).rows).toEqual([['Zoë', 'Zoë']]);
  });
});
