import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readSheet } from './make-workbook.test-support.js';
import { openSource } from '../source-open.js';
import { openWorkbook } from './open-workbook.js';
import { sniffWorkbook } from './sniff-workbook.js';

async function written(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Pupils');
  sheet.addRow(['UPN', 'Surname', 'Date of birth', 'Estab', 'When']);
  const at = new Date(Date.UTC(2010, 4, 3, 10, 30, 5));
  sheet.addRow(['A856000000001', 'O’Brien', new Date(Date.UTC(2010, 4, 3)), 123, at]);
  sheet.getCell('C2').numFmt = 'dd/mm/yyyy';
  sheet.getCell('D2').numFmt = '000000';
  sheet.getCell('E2').numFmt = 'dd/mm/yyyy hh:mm';
  sheet.getCell('A5').value = 'merged';
  sheet.mergeCells('A5:C6');
  sheet.getCell('D6').value = 0.1 + 0.2;
  sheet.getCell('E6').value = { formula: '1+1', date1904: false };
  sheet.getCell('F6').value = { formula: '1+1', result: 2, date1904: false };
  sheet.getCell('G6').value = { error: '#N/A' };
  sheet.getCell('H6').value = true;
  sheet.getCell('I6').value = { richText: [{ text: 'a ' }, { text: 'b', font: { bold: true } }] };
  sheet.getCell('J6').value = { text: 'link', hyperlink: 'https://example.org' };
  book.addWorksheet('Lists', { state: 'hidden' }).addRow(['x']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook that another program wrote', () => {
  it('is read cell for cell', async () => {
    const bytes = await written();
    expect(await readSheet(bytes)).toEqual({
      rows: [
        ['UPN', 'Surname', 'Date of birth', 'Estab', 'When'],
        ['A856000000001', 'O’Brien', '2010-05-03', '000123', '2010-05-03T10:30:05'],
        ['merged', 'merged', 'merged'],
        ['merged', 'merged', 'merged', '0.3', '', '2', '#N/A', 'TRUE', 'a b', 'link'],
      ],
      at: [1, 2, 5, 6],
      types: ['sssss', 'ssdnd', 'sss', 'sssnfnebss'],
    });
    const workbook = await openWorkbook(await openSource(bytes));
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Pupils', false],
      ['Lists', true],
    ]);
  });

  it('is known by its head', async () => {
    const sniffed = sniffWorkbook(await written());
    expect(sniffed).toMatchObject({ format: 'xlsx', sheetNames: ['Pupils', 'Lists'] });
    expect(sniffed?.rows?.[1]?.slice(0, 4)).toEqual(['A856000000001', 'O’Brien', '2010-05-03', '000123']);
  });
});
