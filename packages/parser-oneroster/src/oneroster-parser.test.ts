import { makeHead, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';
import { OneRosterLinks, onerosterIssues, onerosterParser } from './index.js';

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);
const detect = (text: string) => onerosterParser.detect(makeHead(Buffer.from(text)));

describe('detect', () => {
  it.each([
    ['users-1.2.csv', 1, '1.2'],
    ['users-1.1.csv', 1, '1.1'],
    ['demographics.csv', 1, undefined],
    ['roles.csv', 1, '1.2'],
    ['results.csv', 1, '1.2'],
    ['manifest.csv', 1, '1.2'],
    ['faults.csv', 0.7, '1.1'],
  ])('knows %s by its headings', (name, confidence, version) => {
    const found = onerosterParser.detect(makeHead(fixture(name)));
    expect(found).toMatchObject({ confidence });
    expect(found?.version).toBe(version);
  });

  it('tells versions by the headings that only one has', () => {
    expect(detect('sourcedId,status,dateLastModified,title\n')?.version).toBe('1.1');
    expect(detect('sourcedId,status,dateLastModified,title,weight\n')?.version).toBe('1.2');
    expect(
      detect(
        'sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment\n',
      )?.version,
    ).toBe('1.1');
    expect(detect('dateLastModified,status,sourcedId,type,name\n')).toMatchObject({ confidence: 0.95 });
    expect(detect('sourcedId,name,type\n')).toBeUndefined();
  });
});

describe('one set of files', () => {
  it('is joined by links: keys, roles, schools, registration groups', async () => {
    const links = new OneRosterLinks();
    const heading = 'sourcedId,status,dateLastModified,';
    await parseBytes(`${heading}name,type,identifier,parentSourcedId\no,,,Example,school,8564123,\n`, {
      links,
    });
    await parseBytes(
      `${heading}userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n` +
        'r1,,,u,primary,student,2020-09-02,,o,\nr2,,,g,primary,guardian,,,o,\nr3,,,t,primary,teacher,,,o,\n',
      { links },
    );
    await parseBytes(fixture('classes.csv'), { links });
    const [line = ''] = fixture('users-1.2.csv').toString().split(',metadata');
    const user = (id: string, identifier: string, agents: string, grade: string) =>
      `${id},,,true,n,,Ann,Exampleton,,${identifier},,,,${agents},${grade},,,,,,,,\n`;
    const users = await parseBytes(
      `${line}\n${user('t', '', '', '')}${user('u', 'D856412326001', 'g', '6')}${user('g', '', '', '')}`,
      { links },
    );
    expect(users.of('pupil')).toMatchObject([{ key: 'upn:D856412326001', school: '8564123' }]);
    expect(users.of('contact')).toMatchObject([{ supplierIds: { sourcedId: 'g' } }]);
    expect(users.of('enrolment')).toMatchObject([
      { key: 'upn:D856412326001|8564123|2020-09-02', yearGroup: '6', attended: '8564123' },
    ]);
    expect(codes(users.issues)).toEqual(['oneroster-staff-unread']);
    const classes = await parseBytes(
      `${heading}classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne,,,c-1,o,u,student,,,\n`,
      { links },
    );
    expect(classes.of('enrolment')).toMatchObject([
      { key: 'upn:D856412326001|8564123|2020-09-02', registrationGroup: '6B' },
    ]);
    const more = await parseBytes(`${heading}birthDate,sex\nu,,,2015-03-09,female\nt,,,1980-01-01,male\n`, {
      links,
    });
    expect(more.of('pupil')).toMatchObject([{ key: 'upn:D856412326001', birthDate: '2015-03-09', sex: 'F' }]);
  });

  it('is joined without links where the sourcedId is a UPN', async () => {
    const users = await parseBytes(fixture('users-1.2.csv'));
    expect(users.of('pupil').map(({ key }) => key)).toContain('upn:G856412326003');
    expect((await parseBytes(fixture('roles.csv'))).of('enrolment')[0]?.pupilKey).toBe('upn:D856412326001');
  });
});

describe('onerosterParser', () => {
  it('finds a UPN by its check letter alone, and never keeps a password', async () => {
    const whole = await parseBytes(fixture('users-1.2.csv'));
    expect(whole.of('pupil').map(({ upn }) => upn)).toEqual([
      'D856412326001',
      'T856412326002',
      'G856412326003',
    ]);
    expect(JSON.stringify(whole)).not.toContain('secret1');
    expect(codes(whole.issues)).toContain('oneroster-password-left-out');
    const wrong = await parseBytes(
      fixture('users-1.2.csv').toString().replace('D856412326001', 'E856412326001'),
    );
    expect(wrong.of('pupil')[0]).toMatchObject({
      key: 'id:u-1',
      supplierIds: { identifier: 'E856412326001' },
    });
  });

  it('gives a shared contact to each pupil, whichever stands first', async () => {
    const { of } = await parseBytes(fixture('users-1.2.csv'));
    expect(of('contact').map(({ pupilKey, forename }) => [pupilKey, forename])).toEqual([
      ['upn:D856412326001', 'Maria'],
      ['upn:T856412326002', 'Maria'],
      ['upn:D856412326001', 'Tom'],
    ]);
  });

  it('takes the end of a role for the first day that no longer counts', async () => {
    const { of } = await parseBytes(fixture('roles.csv'));
    expect(of('enrolment')[1]).toMatchObject({
      leavingDate: '2026-10-23',
      sent: { leavingDate: '2026-10-24' },
    });
    expect(of('enrolment')[1]).not.toHaveProperty('current');
  });

  it.each(['classes.csv', 'results.csv', 'manifest.csv'])(
    'reads %s to an issue and no records',
    async (name) => {
      const { records, issues } = await parseBytes(fixture(name));
      expect(records).toEqual([]);
      expect(codes(issues)).toEqual(['oneroster-file-unread']);
    },
  );

  it('says what is to be deleted, and that a file has no rows', async () => {
    const { of, issues } = await parseBytes(fixture('users-1.1.csv'));
    expect(of('pupil').map(({ forename }) => forename)).toEqual(['Zoë', 'Lee']);
    expect(issues.find(({ code }) => code === 'oneroster-to-be-deleted')).toMatchObject({ value: 's-2' });
    expect(codes((await parseBytes('sourcedId,status,dateLastModified,birthDate,sex\n')).issues)).toEqual([
      'oneroster-headings-differ',
      'oneroster-no-rows',
    ]);
  });

  it('refuses other tables, School Data Sync and a ZIP with a word of help', async () => {
    await expect(parseBytes('UPN,Surname\nA,B\n')).rejects.toMatchObject({ code: 'oneroster-headings' });
    await expect(
      parseBytes('sourcedId,username,givenName,familyName,activeDirectoryMatchId\n1,a,b,c,d\n'),
    ).rejects.toMatchObject({ code: 'oneroster-school-data-sync' });
    const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(60, 1)]);
    const source = await openSource(zip);
    await expect(onerosterParser.parse(source)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'zip-file',
      help: 'Unpack it and give the file inside.',
    });
    await expect(parseBytes('a,b\n', { school: '1' })).rejects.toThrow(RangeError);
  });

  it('gives the issue codes that its catalogue has', async () => {
    for (const name of ['faults.csv', 'users-1.1.csv', 'roles.csv', 'enrollments.csv']) {
      for (const { code } of (await parseBytes(fixture(name))).issues)
        expect(onerosterIssues).toHaveProperty(code);
    }
  });
});
