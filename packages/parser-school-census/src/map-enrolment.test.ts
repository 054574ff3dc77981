import { describe, expect, it } from 'vitest';
import { parseLeaver, parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

describe('mapEnrolment', () => {
  it('reads the registration of a pupil on roll', async () => {
    const { of, issues } = await parsePupil(`<PupilStatus><EnrolStatus>M</EnrolStatus><ClassType>O</ClassType>
      <EntryDate>2020-09-02</EntryDate><PartTime>1</PartTime><Boarder>B</Boarder><NCyearActual>5</NCyearActual></PupilStatus>`);
    expect(of('enrolment')).toMatchObject([
      {
        key: `${PUPIL_KEY}|8562001|2020-09-02`,
        school: '8562001',
        attended: '8562001',
        current: true,
        status: 'M',
        entryDate: '2020-09-02',
        partTime: true,
        boarder: 'B',
        yearGroup: '5',
        sent: { partTime: '1' },
        extensions: { PupilStatus: { ClassType: 'O' } },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('reads that of a pupil who left', async () => {
    const { of, issues } = await parseLeaver(
      '<PupilStatus><EntryDate>2020-09-02</EntryDate><LeavingDate>2024-07-19</LeavingDate><NCyearLeaving>6</NCyearLeaving></PupilStatus>',
    );
    expect(of('enrolment')).toMatchObject([
      { current: false, entryDate: '2020-09-02', leavingDate: '2024-07-19', yearGroup: '6' },
    ]);
    expect(issues).toEqual([]);
  });

  it('asks for the date of leaving', async () => {
    const { issues } = await parseLeaver('<PupilStatus><EntryDate>2020-09-02</EntryDate></PupilStatus>');
    expect(issues).toMatchObject([{ code: 'census-leaving-date-missing', severity: 'query' }]);
    const unreadable = await parseLeaver(
      '<PupilStatus><EntryDate>2020-09-02</EntryDate><LeavingDate>x</LeavingDate></PupilStatus>',
    );
    expect(unreadable.issues.map(({ code }) => code)).toEqual(['census-date-unreadable']);
  });

  it('is unreadable without a day that can be read', async () => {
    const { of, issues } = await parsePupil(
      '<PupilStatus><EnrolStatus>C</EnrolStatus><EntryDate>soon</EntryDate></PupilStatus>',
    );
    expect(of('unreadable')).toMatchObject([
      { intended: 'enrolment', pupilKey: PUPIL_KEY, raw: { EnrolStatus: 'C', EntryDate: 'soon' } },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['census-date-unreadable', 'census-record-unreadable']);
  });

  it('is missing when nothing is said', async () => {
    expect((await parsePupil('<PupilStatus/>')).of('enrolment')).toEqual([]);
  });
});
