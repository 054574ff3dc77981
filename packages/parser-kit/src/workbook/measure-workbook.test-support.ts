/**
 * Run as a process of its own by the slow test, so that memory is measured for one job alone:
 * `write PATH ROWS COLUMNS`, `write-ods PATH ROWS COLUMNS`, `read PATH`, or `exceljs PATH`. Prints one line of JSON.
 */
import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { openSource } from '../source-open.js';
import { makeOds } from './make-workbook.test-support.js';
import { openWorkbook } from './open-workbook.js';

const [job, path = '', rowCount = '0', columnCount = '0'] = process.argv.slice(2);

async function write(): Promise<number> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: true,
  });
  const sheet = writer.addWorksheet('Pupils');
  const columns = Number(columnCount);
  for (let row = 1; row <= Number(rowCount); row++) {
    const cells: (string | number | Date)[] = [];
    for (let column = 0; column < columns; column++) {
      switch (column % 5) {
        case 0:
          // Half of them shared by many cells, half unique.
          cells.push(column === 0 ? `A8560000${String(row).padStart(6, '0')}` : `Group ${row % 30}`);
          break;
        case 1:
          cells.push(`Surname-${row % 5000}`);
          break;
        case 2:
          cells.push(row * columns + column);
          break;
        case 3:
          cells.push(new Date(Date.UTC(2010, 0, 1 + (row % 3000))));
          break;
        default:
          cells.push(row / 8);
      }
    }
    const added = sheet.addRow(cells);
    for (let column = 4; column <= columns; column += 5) added.getCell(column).numFmt = 'dd/mm/yyyy';
    added.commit();
  }
  await writer.commit();
  return Number(rowCount);
}

/** By hand, piece by piece into one string: no library that writes .ods is at hand. */
async function writeOds(): Promise<number> {
  const rows: string[] = [];
  for (let row = 1; row <= Number(rowCount); row++) {
    let cells = '';
    for (let column = 0; column < Number(columnCount); column++) {
      cells +=
        column % 2 === 0
          ? `<table:table-cell office:value-type="string"><text:p>Surname-${row % 5000}</text:p></table:table-cell>`
          : `<table:table-cell office:value-type="float" office:value="${row * column}"><text:p>${row * column}</text:p></table:table-cell>`;
    }
    rows.push(`<table:table-row>${cells}</table:table-row>`);
  }
  await writeFile(path, makeOds(`<table:table table:name="A">${rows.join('')}</table:table>`));
  return Number(rowCount);
}

async function read(): Promise<number> {
  const workbook = await openWorkbook(await openSource(path));
  let rows = 0;
  for await (const batch of workbook.rows(0)) rows += batch.rows.length;
  workbook.close();
  return rows;
}

async function readByExceljs(): Promise<number> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let rows = 0;
  for await (const sheet of reader) {
    for await (const row of sheet) {
      // Its values are made when they are asked for.
      if (Array.isArray(row.values)) rows++;
    }
  }
  return rows;
}

const jobs: Record<string, (() => Promise<number>) | undefined> = {
  write,
  'write-ods': writeOds,
  read,
  exceljs: readByExceljs,
};
const started = performance.now();
const rows = await jobs[job ?? '']?.();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ rows, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
