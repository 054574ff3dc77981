import ExcelJS from 'exceljs';
import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture, options } from './__fixtures__/parse.js';
import { simsParser } from './sims-parser.js';

/** The first sheet as SIMS sends a report to Excel, with titles above the headings; a second of another kind. */
async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const pupils = book.addWorksheet('Pupils');
  pupils.addRow(['Example School']);
  pupils.addRow(['Adno', 'UPN', 'Legal Surname', 'Legal Forename', 'DOB', 'Year', 'Reg']);
  for (let i = 0; i < 40; i++) {
    const upn = `D8564123260${String(10 + i)}`;
    const born = new Date(Date.UTC(2015, i % 12, 5));
    const row = pupils.addRow([i, upn, `Exampleton${i}`, 'Zoë', born, 'Year  6', '6A']);
    row.getCell(1).numFmt = '000000';
    row.getCell(5).numFmt = 'dd/mm/yyyy';
  }
  const marks = book.addWorksheet('Marks');
  marks.addRow(['UPN', 'AttendanceDate', 'SessionName', 'AttendanceMark']);
  marks.addRow(['D856412326017', new Date(Date.UTC(2024, 8, 5)), 'AM', '/']);
  marks.getCell('B2').numFmt = 'dd/mm/yyyy';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function manyPupils(count: number): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `${String(i).padStart(6, '0')},D8564123${String(10_000 + i)},Exampleton${i},Zoë,0${(i % 9) + 1}/03/2015,Year  6,6A,${i % 3 === 0 ? 'True' : 'False'}`,
  );
  const header = 'Adno,UPN,Legal Surname,Legal Forename,DOB,Year,Reg,FSM';
  return Buffer.from(`${[header, ...rows].join('\r\n')}\r\n`);
}

/** Each pupil in three records, which stand apart. */
function manyRecords(count: number): Uint8Array {
  const record = (i: number, need: string) =>
    `<Record><primary_id>${i}</primary_id><UPN>D8564123${String(10_000 + i)}</UPN><Legal_x0020_Surname>Exampleton${i}</Legal_x0020_Surname><Legal_x0020_Forename>Zoë</Legal_x0020_Forename><SEN_x0020_Need>${need}</SEN_x0020_Need></Record>\n`;
  const all = ['ASD', 'SLCN', 'ASD'].flatMap((need) =>
    Array.from({ length: count }, (_, i) => record(i, need)),
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?>\n<SuperStarReport>\n${all.join('')}</SuperStarReport>\n`,
  );
}

const utf16 = (name: string): Uint8Array => Buffer.from(`\ufeff${fixture(name).toString()}`, 'utf16le');
const samplesOf = (...names: readonly string[]) => names.map((name) => ({ name, bytes: fixture(name) }));

const foreign = [
  { name: 'ctf.xml', bytes: Buffer.from('<CTfile><Header/></CTfile>') },
  { name: 'isams.xml', bytes: Buffer.from('<iSAMS><PupilManager/></iSAMS>') },
  { name: 'import.xml', bytes: Buffer.from('<ApplicationImport><Header/></ApplicationImport>') },
  { name: 'wonde.json', bytes: Buffer.from('{"data":[{"id":"A1","upn":"x"}],"meta":{}}') },
  { name: 'isams.csv', bytes: Buffer.from('TblPupilManagementPupilsID,txtSchoolID,UPN\n1,2,3\n') },
  { name: 'arbor.csv', bytes: Buffer.from('Arbor ID,UPN,Surname,Forename\n1,2,3,4\n') },
  { name: 'staff.csv', bytes: Buffer.from('Staff Code,Surname,Forename,Work Email\nA,B,C,d@example.org\n') },
];

describeParser(simsParser, {
  options,
  foreign,
  samples: [
    { name: 'many.xml', bytes: manyRecords(120), minimumRecords: 360 },
    ...samplesOf('report.xml', 'no-schema.xml', 'student-extendeds.xml', 'session-attendances.xml'),
  ],
});

describeParser(simsParser, {
  options,
  showsTruncation: false,
  samples: [
    { name: 'many.csv', bytes: manyPupils(1_200), minimumRecords: 3_600 },
    ...samplesOf(
      'pupils.csv',
      'contacts.csv',
      'side-by-side.csv',
      'sen-and-meals.csv',
      'marks-long.csv',
      'marks-string.tsv',
      'session-columns.csv',
      'attendance-summary.csv',
      'exclusions.csv',
      'marksheet.csv',
      'results-long.csv',
    ),
    { name: 'utf-16.csv', bytes: utf16('pupils.csv') },
  ],
});

describeParser(simsParser, {
  options,
  samples: [{ name: 'report.xlsx', bytes: await workbook(), minimumRecords: 81 }],
});
