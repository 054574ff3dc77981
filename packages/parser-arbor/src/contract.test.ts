import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture } from './__fixtures__/parse.js';
import { arborParser } from './arbor-parser.js';

/** Two sessions a day of some pupils, pupil by pupil, as JSON. */
function manyMarks(pupils: number): Uint8Array {
  const rows = Array.from({ length: pupils }, (_, i) =>
    Array.from({ length: 40 }, (_, n) => ({
      APPLICATION_ID: 'uk_example_999001',
      STUDENT_UNIQUE_ID: `uk_example_999001-${i + 1}`,
      DATE: `2026-09-${String(7 + Math.floor(n / 2)).padStart(2, '0')}`,
      PERIOD: n % 2 === 0 ? 'MORNING' : 'AFTERNOON',
      RAW_MARK: n % 2 === 0 ? '/' : '\\',
    })),
  ).flat();
  return Buffer.from(`[${rows.map((row) => JSON.stringify(row)).join(',\n')}]\n`);
}

const foreign = [
  {
    name: 'bromcom.csv',
    bytes: Buffer.from('UPN,First Name,Last Name,EAL Flag,Ever FSM 6 Flag\n,A,B,N,N\n'),
  },
  { name: 'bromcom.json', bytes: Buffer.from('{"success":true,"data":[{"studentID":1,"tutorGroup":"7A"}]}') },
  { name: 'wonde.json', bytes: Buffer.from('{"data":[{"id":"A1","upn":"x","mis_id":"1"}],"meta":{}}') },
  { name: 'sims.csv', bytes: Buffer.from('UPN,Legal Surname,Legal Forename,Adno,Reg,Year\n,A,B,1,7A,7\n') },
  {
    name: 'users.csv',
    bytes: Buffer.from(
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username\nu1,,,,,student,a\n',
    ),
  },
  { name: 'ctf.xml', bytes: Buffer.from('<CTfile><Header/></CTfile>') },
  { name: 'staff.csv', bytes: Buffer.from('Arbor Staff ID,Surname,Forename\n1,A,B\n') },
];

describeParser(arborParser, {
  samples: [
    { name: 'students.csv', bytes: fixture('students.csv'), minimumRecords: 12 },
    { name: 'report-students.csv', bytes: fixture('report-students.csv'), minimumRecords: 6 },
    { name: 'suspensions.csv', bytes: fixture('suspensions.csv'), minimumRecords: 5 },
    { name: 'roll-call.ndjson', bytes: fixture('roll-call.ndjson'), minimumRecords: 6 },
    { name: 'rest-students.json', bytes: fixture('rest-students.json'), minimumRecords: 2 },
    { name: 'marks.json', bytes: manyMarks(20), minimumRecords: 800 },
  ],
  foreign,
  showsTruncation: false,
});
