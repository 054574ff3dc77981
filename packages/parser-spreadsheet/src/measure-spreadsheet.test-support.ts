/**
 * Run as a process of its own by the slow test, so that memory is that of one job: `write PATH ROWS` or
 * `read PATH MAPPING`. Prints one line of JSON.
 */
import { readFile } from 'node:fs/promises';
import { openSource } from '@rollbook/parser-kit';
import ExcelJS from 'exceljs';
import { parseMapping, spreadsheetParser } from './index.js';
import { testPupils } from './pupils.test-support.js';

const [job, path = '', argument = ''] = process.argv.slice(2);

async function write(): Promise<number> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = writer.addWorksheet('Pupils');
  sheet
    .addRow(['UPN', 'Surname', 'Forename', 'DOB', 'Sex', 'Year', 'Reg', 'Adno', 'Postcode', 'Shoe size'])
    .commit();
  const known = testPupils(500);
  for (let i = 0; i < Number(argument); i++) {
    const pupil = known[i % 500];
    if (pupil === undefined) break;
    // Forms of UPN that are all different; their check letters are of no concern here
    const upn = `A${String(10_000_000_000 + i)}A`;
    const cells = [
      upn,
      pupil.surname,
      pupil.forename,
      new Date(pupil.birthDate),
      pupil.sex,
      pupil.year,
      pupil.group,
      100_000 + i,
      'ZY1 9AB',
      i % 10,
    ];
    const row = sheet.addRow(cells);
    row.getCell(4).numFmt = 'dd/mm/yyyy';
    row.commit();
  }
  await writer.commit();
  return Number(argument);
}

async function read(): Promise<number> {
  const mapping = argument === '' ? undefined : parseMapping(await readFile(argument, 'utf8'));
  const options = mapping === undefined ? { school: '9998888' } : { school: '9998888', mapping };
  let pupils = 0;
  for await (const batch of spreadsheetParser.parse(await openSource(path), options))
    for (const item of batch) if ('kind' in item && item.kind === 'pupil') pupils++;
  return pupils;
}

const started = performance.now();
const pupils = job === 'write' ? await write() : await read();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ pupils, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
