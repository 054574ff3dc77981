import { makeHead } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';
import { sessionOf } from './bromcom-rows.js';
import { bromcomParser } from './index.js';

const school = '9998888';

describe('bromcomParser', () => {
  it('keeps pupils of two schools with one number apart', async () => {
    const text = 'VisionSchoolId,StudentId,Last Name,First Name\n1,7,Test,Ann\n2,7,Test,Bo\n2,,Test,Cy\n';
    const { records } = await parseBytes(Buffer.from(text), { school });
    expect(records.map(({ key }) => key)).toEqual(['id:1 7', 'id:2 7', 'name:test|cy||']);
  });

  it('takes the statutory code before the school’s mark', async () => {
    const row = {
      studentID: 1,
      calendarStartDate: '2026-09-07T08:50:00',
      calendarName: 'AM',
      mark: 'X1',
      exportMark: 'C',
    };
    const { records } = await parseBytes(Buffer.from(JSON.stringify({ success: true, data: [row] })), {
      school,
    });
    expect(records.find(({ kind }) => kind === 'attendance-mark')).toMatchObject({
      code: 'C',
      session: 'AM',
      extensions: { mark: 'X1' },
    });
  });

  it('tells AM and PM by the names of calendars, and lessons from both', () => {
    expect(['AM', 'PM Registration', 'Morning', 'Afternoon reg', 'P.M.'].map(sessionOf)).toEqual([
      ...['AM', 'PM', 'AM', 'PM', 'PM'],
    ]);
    expect(['1', 'Period 1', 'Maths', 'AM/PM', 'Ramp', ''].map(sessionOf)).toEqual(Array(6).fill(undefined));
  });

  it('tells a failed request, and a page of several', async () => {
    const failed = await parseBytes(fixture('failed.json'), { school });
    expect(failed.issues.map(({ code }) => code)).toContain('bromcom-request-failed');
    const page = await parseBytes(fixture('vision-exclusions.json'), { school });
    expect(page.issues.map(({ code }) => code)).toContain('bromcom-page-of-more');
  });

  it('reads a list the same as JSON, as lines and as a diffgram', async () => {
    const row = { StudentID: '12', LastName: 'Exampleton', FirstName: 'Zoë', TutorGroup: '10A' };
    const xml = Object.entries(row)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('');
    const texts = [
      JSON.stringify([row]),
      JSON.stringify(row) + '\n' + JSON.stringify({ ...row, StudentID: '13' }) + '\n',
      JSON.stringify({ value: [row] }),
      JSON.stringify({ d: { results: [row] } }),
      `<d:diffgram xmlns:d="urn:schemas-microsoft-com:xml-diffgram-v1"><NewDataSet><Table>${xml}</Table></NewDataSet></d:diffgram>`,
    ];
    for (const text of texts) {
      const { records } = await parseBytes(Buffer.from(text), { school });
      expect(records.slice(0, 2)).toMatchObject([
        { kind: 'pupil', key: 'id:12', surname: 'Exampleton', forename: 'Zoë' },
        { kind: 'enrolment', registrationGroup: '10A' },
      ]);
      expect(bromcomParser.detect(makeHead(Buffer.from(text)))?.confidence, text).toBeGreaterThanOrEqual(
        0.85,
      );
    }
  });

  it('refuses what is cut short', async () => {
    await expect(parseBytes(fixture('partner-flat.json').subarray(0, 900))).rejects.toMatchObject({
      code: 'json-truncated',
    });
    await expect(parseBytes(fixture('diffgram.xml').subarray(0, 700))).rejects.toMatchObject({
      code: 'xml-truncated',
    });
  });

  it.each([
    ['report-students.csv', 0.85],
    ['vision-attendance.csv', 0.9],
    ['partner-students.json', 0.9],
    ['vision-exclusions.json', 0.97],
    ['vision-students.json', 0.9],
    ['school-week.json', 0.9],
    ['diffgram.xml', 0.85],
  ])('knows %s', (name, confidence) => {
    const detection = bromcomParser.detect(makeHead(fixture(name)));
    expect(detection?.confidence).toBe(confidence);
  });

  it('leaves a class list that is anybody’s alone', () => {
    expect(bromcomParser.detect(makeHead(fixture('class-list.csv')))).toBeUndefined();
  });
});
