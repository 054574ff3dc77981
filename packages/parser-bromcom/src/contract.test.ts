import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture } from './__fixtures__/parse.js';
import { bromcomParser } from './bromcom-parser.js';

/** Two sessions a day of some pupils, pupil by pupil, as OData. */
function manyMarks(pupils: number): Uint8Array {
  const rows = Array.from({ length: pupils }, (_, i) =>
    Array.from({ length: 40 }, (_, n) => ({
      VisionSchoolId: 3,
      SchoolStudentId: `3-${i + 1}`,
      AttendanceDate: `2026-09-${String(7 + Math.floor(n / 2)).padStart(2, '0')}T00:00:00`,
      CalendarName: n % 2 === 0 ? 'AM' : 'PM',
      Mark: n % 2 === 0 ? '/' : '\\',
    })),
  ).flat();
  return Buffer.from(`{"value":[${rows.map((row) => JSON.stringify(row)).join(',\n')}]}\n`);
}

const foreign = [
  { name: 'arbor.csv', bytes: Buffer.from('APPLICATION_ID,STUDENT_ID,STUDENT_UNIQUE_ID,UPN\na,1,a-1,\n') },
  { name: 'arbor.csv', bytes: Buffer.from('Arbor Student ID,Legal First Name,Legal Last Name\n1,A,B\n') },
  { name: 'wonde.json', bytes: Buffer.from('{"data":[{"id":"A1","upn":"x","mis_id":"1"}],"meta":{}}') },
  { name: 'sims.csv', bytes: Buffer.from('UPN,Legal Surname,Legal Forename,Adno,Reg,Year\n,A,B,1,7A,7\n') },
  {
    name: 'users.csv',
    bytes: Buffer.from(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username\nu1,,,,,student,a\n',
    ),
  },
  { name: 'ctf.xml', bytes: Buffer.from('<CTfile><Header/></CTfile>') },
  { name: 'isams.json', bytes: Buffer.from('{"students":[{"schoolId":"1","uniquePupilNumber":"x"}]}') },
];

describeParser(bromcomParser, {
  samples: [
    { name: 'report-students.csv', bytes: fixture('report-students.csv'), minimumRecords: 6 },
    { name: 'vision-attendance.csv', bytes: fixture('vision-attendance.csv'), minimumRecords: 5 },
    { name: 'partner-flat.json', bytes: fixture('partner-flat.json'), minimumRecords: 12 },
    { name: 'vision-exclusions.json', bytes: fixture('vision-exclusions.json'), minimumRecords: 4 },
    { name: 'diffgram.xml', bytes: fixture('diffgram.xml'), minimumRecords: 4 },
    { name: 'marks.json', bytes: manyMarks(20), minimumRecords: 800 },
  ],
  foreign,
  showsTruncation: false,
});
