import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { fileBytes } from './cells.js';
import { xlsxFile, type XlsxSheet } from './xlsx-file.js';

const pupils: XlsxSheet = {
  name: 'Pupils',
  titleRows: [['Example School'], ['Printed', new Date(Date.UTC(2026, 10, 20))]],
  header: ['UPN', 'Born', 'Number', 'FSM', 'Note'],
  *rows() {
    yield ['A001', new Date(Date.UTC(2015, 8, 1)), 42, true, undefined];
    yield [undefined, undefined, 7.5, false, ' Ł & <b> '];
    yield ['', new Date(Date.UTC(2015, 8, 1, 6, 30)), undefined, undefined, '=1+1'];
  },
  formats: [undefined, undefined, '000000'],
};

async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<ExcelJS.Xlsx['load']>[0]);
  return workbook;
}

describe('xlsxFile', () => {
  it.each([false, true])('writes cells of each type (shared strings: %s)', async (sharedStrings) => {
    const file = xlsxFile('Pupils.xlsx', [pupils, { ...pupils, name: 'Two', hidden: true }], {
      sharedStrings,
    });
    const workbook = await load(await fileBytes(file));
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Pupils', 'visible'],
      ['Two', 'hidden'],
    ]);
    const sheet = workbook.worksheets[0]!;
    const cell = (address: string) => sheet.getCell(address).value;
    expect(cell('A1')).toBe('Example School');
    expect(cell('B2')).toEqual(new Date(Date.UTC(2026, 10, 20)));
    expect(cell('E3')).toBe('Note');
    expect([cell('A4'), cell('B4'), cell('C4'), cell('D4'), cell('E4')]).toEqual([
      'A001',
      new Date(Date.UTC(2015, 8, 1)),
      42,
      true,
      null,
    ]);
    expect([cell('A5'), cell('C5'), cell('D5'), cell('E5')]).toEqual([null, 7.5, false, ' Ł & <b> ']);
    expect([cell('A6'), cell('B6'), cell('E6')]).toEqual([
      null,
      new Date(Date.UTC(2015, 8, 1, 6, 30)),
      '=1+1',
    ]);
    expect(sheet.getCell('C4').numFmt).toBe('000000');
    expect(sheet.getCell('B4').numFmt).toBe('dd/mm/yyyy');
  });

  it('gives the same bytes each time', async () => {
    const file = xlsxFile('a.xlsx', [pupils]);
    const first = await fileBytes(file);
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // a ZIP counts time in steps of two seconds
    expect(first.equals(await fileBytes(file))).toBe(true);
  });

  it('writes more rows than memory would hold at once, and all of them', async () => {
    const long: XlsxSheet = {
      name: 'Long',
      header: ['n', 'text'],
      *rows() {
        for (let n = 0; n < 20_000; n++) yield [n, `text of row ${n}`];
      },
    };
    const sheet = (await load(await fileBytes(xlsxFile('a.xlsx', [long])))).worksheets[0]!;
    expect(sheet.rowCount).toBe(20_001);
    expect(sheet.getCell('B20001').value).toBe('text of row 19999');
  });

  it('stops making rows when the reader goes away', async () => {
    let made = 0;
    const endless: XlsxSheet = {
      name: 'Endless',
      header: ['n'],
      *rows() {
        for (;;) yield [String(Math.sin(++made))];
      },
    };
    for await (const chunk of xlsxFile('a.xlsx', [endless]).content()) {
      if (chunk.length > 10_000) break;
    }
    const after = made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBe(after);
  });

  it('passes on an error of the rows, and refuses a workbook without sheets', async () => {
    const broken: XlsxSheet = {
      name: 'Broken',
      header: ['n'],
      // eslint-disable-next-line require-yield -- it fails before it could
      *rows() {
        throw new TypeError('no such pupil');
      },
    };
    await expect(fileBytes(xlsxFile('a.xlsx', [broken]))).rejects.toThrow('no such pupil');
    await expect(fileBytes(xlsxFile('a.xlsx', []))).rejects.toThrow(RangeError);
  });
});
