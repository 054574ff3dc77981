import { describeParser } from '@rollbook/parser-kit/testing';
import { fixture } from './__fixtures__/parse.js';
import { onerosterParser } from './oneroster-parser.js';

/** About 100 KB. */
function manyUsers(count: number): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, i) => `u-${i},,,true,user${i},,Number${i},Exampleton,,,,07700 900123,,a-${i % 90},7,,,,,,,8564123,`,
  );
  const [heading = ''] = fixture('users-1.2.csv').toString().split(',metadata');
  return Buffer.from(`${heading}\n${rows.join('\n')}\n`);
}

describeParser(onerosterParser, {
  samples: [
    { name: 'users-1.2.csv', bytes: fixture('users-1.2.csv'), minimumRecords: 8 },
    { name: 'users-1.1.csv', bytes: fixture('users-1.1.csv'), minimumRecords: 5 },
    { name: 'demographics.csv', bytes: fixture('demographics.csv'), minimumRecords: 4 },
    { name: 'roles.csv', bytes: fixture('roles.csv'), minimumRecords: 3 },
    { name: 'enrollments.csv', bytes: fixture('enrollments.csv'), minimumRecords: 3 },
    { name: 'orgs.csv', bytes: fixture('orgs.csv'), minimumRecords: 3 },
    { name: 'classes.csv', bytes: fixture('classes.csv'), minimumRecords: 0 },
    { name: 'results.csv', bytes: fixture('results.csv'), minimumRecords: 0 },
    { name: 'manifest.csv', bytes: fixture('manifest.csv'), minimumRecords: 0 },
    { name: 'faults.csv', bytes: fixture('faults.csv'), minimumRecords: 4 },
    { name: 'many.csv', bytes: manyUsers(1200), minimumRecords: 2400 },
  ],
  showsTruncation: false,
  foreign: [
    { name: 'sims.csv', bytes: Buffer.from('Forename,Surname,UPN,Adno\nA,B,C,1\n') },
    { name: 'arbor.csv', bytes: Buffer.from('Arbor ID,Legal First Name,Legal Last Name,UPN\n1,A,B,C\n') },
    { name: 'bromcom.csv', bytes: Buffer.from('PersonID,LegalFirstName,LegalLastName,UPN\n1,A,B,C\n') },
    { name: 'isams.csv', bytes: Buffer.from('TblPupilManagementPupilsID,txtSchoolID,txtSurname\n1,2,A\n') },
    {
      name: 'sds.csv',
      bytes: Buffer.from('sourcedId,username,givenName,familyName,activeDirectoryMatchId\n1,a,b,c,d\n'),
    },
    { name: 'properties.csv', bytes: Buffer.from('propertyName,value\ncolour,green\n') },
    { name: 'wonde.json', bytes: Buffer.from('{"data":[{"id":"A1","upi":"x","mis_id":"1"}]}') },
  ],
});
