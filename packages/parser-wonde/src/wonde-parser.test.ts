import { collect, openSource } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, page, parseBytes, parseJson } from './__fixtures__/parse.js';
import { wondeIssues, wondeParser } from './index.js';

const who = { id: 'A1', upi: 'u', mis_id: '1', surname: 'Exampleton', forename: 'Ann' };
const pupil = (details: object, more: object = {}) => ({
  ...who,
  education_details: { data: details },
  ...more,
});
const mark = (more: object) => ({
  date: '2026-11-02',
  session: 'AM',
  attendance_code: { data: { code: 'I' } },
  ...more,
});

describe('wondeParser', () => {
  it('never takes the upi for a UPN, and null for nothing', async () => {
    const { of } = await parseJson(
      page(pupil({ upn: null }, { upi: 'D856412326001', extended_details: null })),
    );
    const [record] = of('pupil');
    expect(record).toMatchObject({ key: 'id:A1', supplierIds: { upi: 'D856412326001' } });
    expect(record).not.toHaveProperty('upn');
    expect(record).not.toHaveProperty('ethnicity');
  });

  it('reads the day of a date as it is written, whatever the time zone', async () => {
    const birth = { date: '2016-06-30 23:30:00.000000', timezone_type: 3, timezone: 'America/New_York' };
    const { of } = await parseJson(page(pupil({}, { date_of_birth: birth })));
    expect(of('pupil')[0]).toMatchObject({
      birthDate: '2016-06-30',
      sent: { birthDate: '2016-06-30 23:30:00.000000' },
    });
  });

  it.each([
    ['6', '6'],
    ['0', 'R'],
    ['Reception', 'R'],
    ['N1', 'N1'],
    ['Year 13', '13'],
  ])('reads the year %s', async (sent, year) => {
    const { of, issues } = await parseJson(page(pupil({ current_nc_year: sent })));
    expect(of('enrolment')[0]?.yearGroup).toBe(year);
    expect(issues).toEqual([]);
  });

  it('takes the year as a group where the details say nothing, and keeps one that differs', async () => {
    const year = { data: { code: null, name: 'Year 7' } };
    const { of } = await parseJson(
      page({ ...who, year, education_details: null }, pupil({ current_nc_year: '8' }, { id: 'B', year })),
    );
    expect(of('enrolment').map(({ yearGroup }) => yearGroup)).toEqual(['7', '8']);
    expect(of('pupil')[1]?.extensions).toEqual({ year });
  });

  it('links marks to pupils wherever the pages stand, and by UPN or options without pupils', async () => {
    const row = mark({ student: 'A1' });
    const upn = 'D856412326001';
    const late = await parseJson([page(row), page(pupil({ upn }))]);
    expect(late.of('attendance-mark')[0]?.pupilKey).toBe(`upn:${upn}`);
    expect(late.issues).toEqual([]);
    const given = await parseJson(page(row), { pupilKeys: { A1: 'upn:X' } });
    expect(given.of('attendance-mark')[0]?.pupilKey).toBe('upn:X');
    const included = mark({ student: { data: { id: 'A1', education_details: { data: { upn } } } } });
    expect((await parseJson(page(included))).of('attendance-mark')[0]?.pupilKey).toBe(`upn:${upn}`);
    const alone = await parseJson(page(row, mark({ student_id: 'A1', session: 'PM' })));
    expect(alone.of('attendance-mark').map(({ pupilKey }) => pupilKey)).toEqual(['id:A1', 'id:A1']);
    expect(alone.issues.map(({ code }) => code)).toEqual(['wonde-pupils-missing']);
  });

  it('gives marks of a large file without pupils as they come, and refuses pupils behind them', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) =>
      mark({
        student: `A${i % 50}`,
        date: `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(10 + Math.floor(i / 600))}`,
      }),
    );
    expect((await parseJson(page(...rows))).of('attendance-mark')).toHaveLength(6000);
    await expect(parseJson([page(...rows), page(pupil({}))])).rejects.toMatchObject({ code: 'wonde-order' });
  });

  it('reads the school’s own marks by the option, present by the session', async () => {
    const rows = [
      mark({ student: 'A1', attendance_code: { code: '*' } }),
      mark({ student: 'A1', session: 'PM', attendance_code: '/' }),
    ];
    const { of } = await parseJson(page(pupil({}), ...rows), { attendanceCodes: { '*': 'C' } });
    expect(of('attendance-mark')).toMatchObject([
      { code: 'C', sent: { code: '*' } },
      { code: '\\', sent: { code: '/' } },
    ]);
  });

  it('takes the school of the file, and the one that the caller names before it', async () => {
    const bytes = fixture('pages.jsonl');
    expect((await parseBytes(bytes)).of('pupil')[0]?.school).toBe('8564123');
    expect((await parseBytes(bytes, { school: '8569999' })).of('pupil')[0]?.school).toBe('8569999');
    await expect(parseBytes(bytes, { school: '123' })).rejects.toThrow(RangeError);
  });

  it('leaves staff and other lists alone, and tells so once', async () => {
    const staff = { id: 'E', surname: 'Teacher', employment_details: { data: {} } };
    const { records, issues } = await parseJson(page(staff, staff, { id: 'L', room: 'x' }));
    expect(records).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['wonde-list-unread', 'wonde-nothing-found']);
  });

  it('keeps results of one aspect apart by their sets', async () => {
    const result = (set: string) => ({
      student: 'A1',
      result: '4',
      aspect: { data: { name: 'Maths' } },
      resultset: { data: { name: set } },
    });
    const { of, issues } = await parseJson(
      page(pupil({}), result('Autumn'), result('Summer'), result('Summer')),
    );
    expect(new Set(of('assessment-result').map(({ key }) => key)).size).toBe(2);
    expect(issues.map(({ code }) => code)).toEqual(['wonde-record-repeated']);
  });

  it('gives the issue codes that its catalogue has', async () => {
    for (const name of ['faults.json', 'pages.jsonl', 'students.json']) {
      const { issues } = await parseBytes(fixture(name));
      for (const { code } of issues) expect(wondeIssues).toHaveProperty(code);
    }
  });

  it('reads a million bytes of one bare list', async () => {
    const list = Array.from({ length: 4000 }, (_, i) =>
      pupil({ upn: null, admission_number: `00${i}` }, { id: `A${i}` }),
    );
    const source = await openSource(Buffer.from(JSON.stringify(list)));
    expect((await collect(wondeParser.parse(source))).records).toHaveLength(8000);
  });
});
