import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture, page } from './__fixtures__/parse.js';
import { wondeParser } from './wonde-parser.js';

/** A page of about 100 KB. */
function manyPupils(count: number): Uint8Array {
  const pupils = Array.from({ length: count }, (_, i) => ({
    id: `A${i}`,
    upi: `u${i}`,
    mis_id: String(i),
    surname: 'Exampleton',
    forename: `Number${i}`,
    gender: 'FEMALE',
    date_of_birth: { date: '2015-03-09 00:00:00.000000', timezone_type: 3, timezone: 'Europe/London' },
    education_details: { data: { upn: null, current_nc_year: '5', admission_date: '2019-09-04' } },
  }));
  return Buffer.from(JSON.stringify(page(...pupils)));
}

describeParser(wondeParser, {
  samples: [
    { name: 'students.json', bytes: fixture('students.json'), minimumRecords: 12 },
    { name: 'student.json', bytes: fixture('student.json'), minimumRecords: 2 },
    { name: 'list.json', bytes: fixture('list.json'), minimumRecords: 6 },
    { name: 'pages.jsonl', bytes: fixture('pages.jsonl'), minimumRecords: 20 },
    { name: 'pages-in-list.json', bytes: fixture('pages-in-list.json'), minimumRecords: 4 },
    { name: 'attendance.json', bytes: fixture('attendance.json'), minimumRecords: 3 },
    { name: 'faults.json', bytes: fixture('faults.json'), minimumRecords: 5 },
    { name: 'error.json', bytes: fixture('error.json'), minimumRecords: 0 },
    { name: 'many.json', bytes: manyPupils(350), minimumRecords: 700 },
  ],
  foreign: [
    { name: 'isams.json', bytes: Buffer.from('{"iSAMS":{"PupilManager":{"CurrentPupils":{"Pupil":[]}}}}') },
    {
      name: 'isams-rest.json',
      bytes: Buffer.from('{"students":[{"id":1,"schoolId":"1","surname":"A"}],"totalPages":1,"pageSize":1}'),
    },
    { name: 'arbor.json', bytes: Buffer.from('{"data":[{"id":1,"legal_first_name":"A","upn":"x"}]}') },
    {
      name: 'bromcom.json',
      bytes: Buffer.from('{"value":[{"StudentID":1,"LegalSurname":"A"}],"@odata.context":"x"}'),
    },
    { name: 'php.json', bytes: Buffer.from('{"data":[{"at":{"date":"2020-01-01","timezone_type":3}}]}') },
    { name: 'sims.xml', bytes: Buffer.from('<SuperStarReport><Record/></SuperStarReport>') },
    { name: 'oauth.json', bytes: Buffer.from('{"error":"invalid_grant","error_description":"x"}') },
  ],
});
