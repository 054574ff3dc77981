import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

function year(content: string): string {
  return `<Attendance><YearData><Year>2025</Year>${content}</YearData></Attendance>`;
}

function marks(start: string, text: string): string {
  return `<AttendSessions><AttendanceStartDate>${start}</AttendanceStartDate><AttendanceMarks>${text}</AttendanceMarks></AttendSessions>`;
}

describe('mapAttendance', () => {
  it('reads the sums of a year', async () => {
    const { of } = await parsePupil(
      year(
        `<LEA>856</LEA><Estab>2001</Estab><SchoolName>Example School</SchoolName><SessionsPossible>100</SessionsPossible>
         <SessionsAuthorised>3</SessionsAuthorised><SessionsAttended>95</SessionsAttended><SessionsUnauthorised>2</SessionsUnauthorised>`,
      ),
    );
    const [{ provenance, ...summary } = { provenance: undefined }] = of('attendance-summary');
    expect(summary).toEqual({
      kind: 'attendance-summary',
      key: `${PUPIL_KEY}|2025|||`,
      pupilKey: PUPIL_KEY,
      school: '8562001',
      academicYear: 2025,
      sessionsPossible: 100,
      sessionsAuthorised: 3,
      sessionsAttended: 95,
      sessionsUnauthorised: 2,
    });
    expect(provenance?.place.path).toBe('/CTfile/CTFpupilData/Pupil[1]/Attendance/YearData[1]');
  });

  it('names another school, and keeps its name', async () => {
    const { of } = await parsePupil(
      year(
        '<LEA>855</LEA><Estab>3003</Estab><SchoolName>Elsewhere</SchoolName><SessionsPossible>1</SessionsPossible>',
      ),
    );
    expect(of('attendance-summary')).toMatchObject([
      { key: `${PUPIL_KEY}|2025|||8553003`, attended: '8553003', extensions: { SchoolName: 'Elsewhere' } },
    ]);
  });

  it('tells of school numbers that are none, but not of placeholders', async () => {
    const wrong = await parsePupil(
      year('<LEA>85</LEA><Estab>3</Estab><SessionsPossible>1</SessionsPossible>'),
    );
    expect(wrong.of('attendance-summary')).toMatchObject([{ sent: { attended: '85/3' } }]);
    expect(wrong.issues).toMatchObject([{ code: 'ctf-school-number-unreadable', value: '85/3' }]);
    const abroad = await parsePupil(
      year('<LEA>MMM</LEA><Estab>MMMM</Estab><SessionsPossible>1</SessionsPossible>'),
    );
    expect(abroad.of('attendance-summary')).toMatchObject([{ sent: { attended: 'MMM/MMMM' } }]);
    expect(abroad.issues).toEqual([]);
  });

  it('reads two marks a day of the calendar, over the end of a month, and passes over no mark', async () => {
    const { of } = await parsePupil(year(marks('2026-01-30', '/\\##- L')));
    expect(of('attendance-mark').map(({ date, session, code }) => `${date} ${session} ${code}`)).toEqual([
      '2026-01-30 AM /',
      '2026-01-30 PM \\',
      '2026-01-31 AM #',
      '2026-01-31 PM #',
      '2026-02-02 AM L',
    ]);
    expect(of('attendance-summary')).toEqual([]);
  });

  it('says when two strings have a mark for the same session', async () => {
    const { of, issues } = await parsePupil(year(marks('2026-01-09', '/\\') + marks('2026-01-09', '-I')));
    expect(of('attendance-mark').map(({ code }) => code)).toEqual(['/', '\\', 'I']);
    expect(issues).toMatchObject([
      { code: 'ctf-record-repeated', record: { kind: 'attendance-mark', key: `${PUPIL_KEY}|2026-01-09|PM` } },
    ]);
  });

  it('marks the marks of another school', async () => {
    const { of } = await parsePupil(year('<LEA>855</LEA><Estab>3003</Estab>' + marks('2025-09-01', '/')));
    expect(of('attendance-mark')[0]?.extensions).toEqual({ LEA: '855', Estab: '3003' });
  });

  it.each([
    ['no start date', '<AttendSessions><AttendanceMarks>/\\</AttendanceMarks></AttendSessions>', 'date'],
    ['a start date that is none', marks('September', '/\\'), 'date'],
    ['a start date far away', marks('9999-12-31', '/\\/\\'), 'date'],
    ['marks of many years', marks('2020-09-01', '/'.repeat(1601)), 'code'],
  ])('keeps marks with %s whole', async (_, xml, field) => {
    const { of, issues } = await parsePupil(year(xml));
    expect(of('attendance-mark')).toEqual([]);
    expect(of('unreadable')).toMatchObject([{ intended: 'attendance-mark' }]);
    expect(issues.at(-1)).toMatchObject({ code: 'ctf-record-unreadable', field });
  });

  it.each(['<SessionsPossible>1</SessionsPossible>', '<Year>x</Year>'])(
    'keeps a year that is none whole: %s',
    async (xml) => {
      const { of } = await parsePupil(`<Attendance><YearData>${xml}</YearData></Attendance>`);
      expect(of('unreadable')).toMatchObject([{ intended: 'attendance-summary' }]);
    },
  );
});
