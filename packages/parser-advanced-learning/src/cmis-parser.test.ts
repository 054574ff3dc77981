import { collect, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { cmis, OPTIONS } from './__fixtures__/parse.js';
import { cmisParser } from './index.js';
import { readMinutes } from './cmis-spans.js';

const STUDENTS = 'SetId,StudentId,UniqueNum,Surname,Forename,CourseYear,ClassGroupId';

describe('data sets', () => {
  it('takes the newest, in whatever order the rows are', async () => {
    const older = '2008/2009,S1,A001999919001,Exampleton,Zoe,6,6C';
    const newer = '2009/2010,S1,A001999919001,Exampleton,Zoe,7,7A';
    for (const rows of [
      [older, newer],
      [newer, older],
    ]) {
      const { of, codes } = await cmis([STUDENTS, ...rows]);
      expect(of('enrolment')).toMatchObject([{ yearGroup: '7', registrationGroup: '7A' }]);
      expect(of('pupil')).toMatchObject([
        { extensions: { 'Earlier SetId': '2008/2009: CourseYear 6; ClassGroupId 6C' } },
      ]);
      expect(codes).toEqual(['cmis-set-older']);
    }
  });

  it('does not let an older set win that stands further on', async () => {
    const { of } = await cmis([
      STUDENTS,
      '2009/2010,S1,A001999919001,Exampleton,Zoe,7,7A',
      '2009/2010,S2,B001999920002,Sample,Jo,7,7B',
      '2008/2009,S1,A001999919001,Exampleton,Zoe,6,6C',
    ]);
    expect(
      of('enrolment')
        .filter(({ pupilKey }) => pupilKey === 'upn:A001999919001')
        .map(({ yearGroup }) => yearGroup),
    ).not.toContain('6');
    const last = of('pupil').filter(({ key }) => key === 'upn:A001999919001');
    expect(JSON.stringify(last)).toContain('2008/2009: CourseYear 6');
  });

  it('leaves test sets out, and says so once for each', async () => {
    const { of, issues } = await cmis([
      STUDENTS,
      'Test 2010,S1,A001999919001,Wrong,Name,8,8Z',
      '2009/2010,S1,A001999919001,Exampleton,Zoe,7,7A',
      'Test 2010,S2,B001999920002,Wrong,Name,8,8Z',
    ]);
    expect(of('pupil').map(({ surname }) => surname)).toEqual(['Exampleton']);
    expect(issues).toMatchObject([{ code: 'cmis-set-test', value: 'Test 2010', place: { line: 2 } }]);
  });

  it('counts marks of all sets', async () => {
    const { of } = await cmis([
      'SetId,StuId,CDate,StartTime,FinishTime,DAttr',
      '2008/2009,S1,2009-03-02,540,930,I',
      '2009/2010,S1,2010-03-01,540,930,M',
    ]);
    expect(
      of('attendance-mark')
        .map(({ date, session }) => `${date} ${session}`)
        .sort(),
    ).toEqual(['2009-03-02 AM', '2009-03-02 PM', '2010-03-01 AM', '2010-03-01 PM']);
  });
});

describe('spans of absence', () => {
  const read = (times: string, options = {}) =>
    cmis(['StuId,CDate,StartTime,FinishTime,DAttr', `S1,2010-03-01,${times},I`], options);
  const sessions = async (times: string, options = {}) =>
    (await read(times, options)).of('attendance-mark').map(({ session }) => session);

  it('are marks of the roll calls that they cover', async () => {
    expect(await sessions('540,930')).toEqual(['AM', 'PM']);
    expect(await sessions('09:00,13:00')).toEqual(['AM', 'PM']);
    expect(await sessions('500,779')).toEqual(['AM']);
    expect(await sessions('541,780')).toEqual(['PM']);
    expect(await sessions('541,779')).toEqual([]);
    expect(await sessions('541,779', { rollCalls: { am: 600, pm: 800 } })).toEqual(['AM']);
  });

  it('between roll calls are kept with the pupil', async () => {
    const { of, issues } = await read('600,660');
    expect(of('pupil')).toMatchObject([
      { extensions: { 'Absence between roll calls': '2010-03-01 600-660 I' } },
    ]);
    expect(issues).toMatchObject([
      { code: 'cmis-span-without-session', severity: 'query', value: '600-660', place: { line: 2 } },
    ]);
  });

  it('need times that can be', async () => {
    expect(readMinutes('540')).toBe(540);
    expect(readMinutes('24:01')).toBeUndefined();
    expect(readMinutes('')).toBeUndefined();
    const source = await openSource(Buffer.from('StuId,DAttr\n1,I\n'));
    await expect(
      collect(cmisParser.parse(source, { ...OPTIONS, rollCalls: { am: 780, pm: 540 } })),
    ).rejects.toBeInstanceOf(RangeError);
  });
});

describe('reports', () => {
  it('leaves out page headers and totals, each with an issue', async () => {
    const header = 'Admin No,Surname,Forename,UPN,Form';
    const { of, codes } = await cmis([
      'Rollbook Example Academy,,,,',
      'Page 1,,,,',
      header,
      'S1,Exampleton,Zoe,A001999919001,7A',
      'Rollbook Example Academy,,,,',
      'Page 2,,,,',
      header,
      'S2,Sample,Jo,B001999920002,7B',
      'Total,2,,,',
    ]);
    expect(of('pupil').map(({ surname }) => surname)).toEqual(['Exampleton', 'Sample']);
    expect(of('enrolment').map(({ admissionNumber }) => admissionNumber)).toEqual(['S1', 'S2']);
    expect(codes.toSorted()).toEqual([
      'cmis-header-repeated',
      'cmis-page-line',
      'cmis-page-line',
      'cmis-row-total',
      'cmis-title-rows',
    ]);
  });
});
