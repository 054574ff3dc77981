import { describe, expect, it } from 'vitest';
import { header, parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

const detail = (code: string, sessions: string, name = 'Sessions') =>
  `<SessionDetail><AttendanceReason>${code}</AttendanceReason><${name}>${sessions}</${name}></SessionDetail>`;
const termly = (content: string) =>
  `<Attendance><TermlyAttendance>${content}</TermlyAttendance></Attendance>`;

describe('mapAttendance', () => {
  it('reads sums and codes of the term before the collection', async () => {
    const { of, issues } = await parsePupil(
      termly(`<SessionsPossible>130</SessionsPossible><SessionsAuthorised>5</SessionsAuthorised>
        <SessionsUnauthorised>0</SessionsUnauthorised><SessionsExceptional>2</SessionsExceptional>
        <SessionsEducational>3</SessionsEducational><SessionDetails>${detail('/', '60')}${detail('\\', '58')}${detail('I', '5')}</SessionDetails>`),
      header('SPR', '2025'),
    );
    expect(of('attendance-summary')).toMatchObject([
      {
        key: `${PUPIL_KEY}|2024|AUT||`,
        academicYear: 2024,
        term: 'AUT',
        sessionsPossible: 130,
        sessionsAuthorised: 5,
        sessionsUnauthorised: 0,
        sessionsExceptional: 2,
        sessionsByCode: { '/': 60, '\\': 58, I: 5 },
        extensions: { SessionsEducational: '3' },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('tells the halves of the summer term apart', async () => {
    const { of } = await parsePupil(
      `<Attendance><TermlyAttendance><SessionsPossible>60</SessionsPossible></TermlyAttendance>
       <SummerHalfTerm2Attendance><SessionsPossible>70</SessionsPossible></SummerHalfTerm2Attendance></Attendance>`,
      header('AUT', '2025'),
    );
    expect(of('attendance-summary')).toMatchObject([
      {
        academicYear: 2024,
        term: 'SUM',
        startDate: '2025-04-21',
        endDate: '2025-05-25',
        sessionsPossible: 60,
      },
      {
        academicYear: 2024,
        term: 'SUM',
        startDate: '2025-05-26',
        endDate: '2025-07-31',
        sessionsPossible: 70,
      },
    ]);
    expect(new Set(of('attendance-summary').map(({ key }) => key)).size).toBe(2);
  });

  it('reads AbsenceSessions of older returns, and sums without a container', async () => {
    const { of, issues } = await parsePupil(
      `<AnnualAttendance><SessionsPossible>380</SessionsPossible><SessionDetails>${detail('H', '4', 'AbsenceSessions')}</SessionDetails></AnnualAttendance>
       <TermlyAttendance><SessionsPossible>100</SessionsPossible></TermlyAttendance>`,
      header('AUT', '2015'),
    );
    expect(of('attendance-summary')).toMatchObject([
      { academicYear: 2014, sessionsPossible: 380, sessionsByCode: { H: 4 } },
      { academicYear: 2014, term: 'SUM', sessionsPossible: 100 },
    ]);
    expect(issues).toEqual([]);
  });

  it('keeps details that are not whole, and tells of a code that stands twice', async () => {
    const { of, issues } = await parsePupil(
      termly(
        `<SessionDetails>${detail('I', '2')}${detail('I', '3')}<SessionDetail><AttendanceReason>M</AttendanceReason></SessionDetail>${detail('O', 'x')}<SessionDetail/></SessionDetails>`,
      ),
    );
    expect(of('attendance-summary')).toMatchObject([
      {
        sessionsByCode: { I: 2 },
        extensions: {
          SessionDetails: {
            SessionDetail: [
              { AttendanceReason: 'I', Sessions: '3' },
              { AttendanceReason: 'M' },
              { AttendanceReason: 'O', Sessions: 'x' },
            ],
          },
        },
      },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['census-element-repeated', 'census-number-unreadable']);
  });

  it('takes any code as it stands', async () => {
    const { of } = await parsePupil(termly(`<SessionDetails>${detail('__proto__', '2')}</SessionDetails>`));
    expect(Object.entries(of('attendance-summary')[0]?.sessionsByCode ?? {})).toEqual([['__proto__', 2]]);
  });

  it('makes no record of empty elements, and says what can not be read', async () => {
    expect((await parsePupil(termly('<SessionsPossible/>'))).of('attendance-summary')).toEqual([]);
    const { of, issues } = await parsePupil(termly('<SessionsPossible>-3</SessionsPossible>'));
    expect(of('attendance-summary')).toMatchObject([{ sent: { sessionsPossible: '-3' } }]);
    expect(issues).toMatchObject([{ code: 'census-number-unreadable', value: '-3' }]);
  });
});
