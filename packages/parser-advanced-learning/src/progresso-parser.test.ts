import { describe, expect, it } from 'vitest';
import { progresso } from './__fixtures__/parse.js';

const UPN = 'A001999919001';

describe('progressoParser', () => {
  it('reads one code for present by the session, unless the options say otherwise', async () => {
    const rows = [
      'UPN,LearnerCode,Date,Session,AttendanceCode',
      `${UPN},1,16-09-2024,AM,/\\`,
      `${UPN},1,16-09-2024,PM,/\\`,
      `${UPN},1,17-09-2024,PM,/`,
    ];
    const { of } = await progresso(rows);
    expect(of('attendance-mark').map(({ code, sent }) => [code, sent?.code])).toEqual([
      ['/', '/\\'],
      ['\\', '/\\'],
      ['\\', '/'],
    ]);
    const chosen = await progresso(rows, { attendanceCodes: { '/\\': 'P' } });
    expect(chosen.of('attendance-mark').map(({ code }) => code)).toEqual(['P', 'P', '\\']);
  });

  it('makes no registration of the learner code in a list of marks', async () => {
    const { of } = await progresso([
      'UPN,LearnerCode,Date,Session,AttendanceCode',
      `${UPN},000869,16-09-2024,AM,I`,
    ]);
    expect(of('enrolment')).toEqual([]);
    expect(of('pupil')).toMatchObject([{ supplierIds: { learnerCode: '000869' } }]);
  });

  it('takes sessions before days, and days where there are no sessions', async () => {
    const { of, codes } = await progresso([
      'UPN,Category,Reason,StartDate,TotalDays,TotalSessions',
      `${UPN},FIXD,PP,05-09-2023,2,3`,
      `${UPN},FXD,PP,06-10-2023,1.5,`,
    ]);
    expect(of('exclusion')).toMatchObject([
      { category: 'SUSP', sessions: 3, sent: { category: 'FIXD' }, extensions: { TotalDays: '2' } },
      { category: 'SUSP', sessions: 3, sent: { category: 'FXD', sessions: '1.5' } },
    ]);
    expect(codes).toEqual([]);
  });

  it('tells the learner’s name from the contact’s', async () => {
    const contacts = await progresso([
      'LearnerCode,ContactId,Surname,Forename,Gender,Street,Number',
      '1,7,Exampleton,Bea,F,Sample Street,12',
    ]);
    expect(contacts.of('contact')).toMatchObject([
      { surname: 'Exampleton', sex: 'F', address: { street: 'Sample Street', paon: '12' } },
    ]);
    expect(contacts.of('pupil')[0]).not.toHaveProperty('surname');
    const both = await progresso([
      'LearnerCode,Learner Surname,Learner Forename,Contact Surname,Contact Forename',
      '1,Exampleton,Zoe,Exampleton,Bea',
    ]);
    expect(both.of('pupil')).toMatchObject([{ surname: 'Exampleton', forename: 'Zoe' }]);
    expect(both.of('contact')).toMatchObject([{ surname: 'Exampleton', forename: 'Bea' }]);
    const plain = await progresso(['UPN,LearnerCode,Surname,Forename,Gender', `${UPN},1,Exampleton,Zoe,F`]);
    expect(plain.of('pupil')).toMatchObject([{ surname: 'Exampleton', forename: 'Zoe', sex: 'F' }]);
  });

  it('joins a contact’s telephone numbers from row to row', async () => {
    const { of, codes } = await progresso([
      'LearnerCode,ContactId,SurName,ForeName,Type,Number',
      '1,7,Exampleton,Bea,H,01632 960001',
      '1,7,Exampleton,Bea,Mobile,07700 900001',
      '1,7,Exampleton,Bea,Pager,123',
    ]);
    expect(of('contact').map(({ phones }) => phones)).toEqual([
      [{ number: '01632 960001', type: 'H' }, { number: '07700 900001', type: 'M' }, { number: '123' }],
    ]);
    expect(of('contact')[0]?.extensions).toEqual({ Type: 'Pager' });
    expect(codes).toEqual([]);
  });

  it('takes the year that a result’s school year begins in', async () => {
    const { of } = await progresso([
      'UPN,Stage,Year,Subject,Method,Component,Result',
      `${UPN},KS2,2010,MAT,TA,SUB,4`,
    ]);
    expect(of('assessment-result')).toMatchObject([{ academicYear: 2009, extensions: { Year: '2010' } }]);
  });

  it('leaves lessons alone, and says so', async () => {
    const { records, codes } = await progresso([
      'UPN,LearnerCode,EventId,Date,Period,SubjectCode,AttendanceCode',
      `${UPN},1,5,16-09-2024,1,MAT,N`,
    ]);
    expect(records).toEqual([]);
    expect(codes).toEqual(['progresso-lesson-marks', 'progresso-no-pupils']);
  });

  it('tells of a code that is not the DfE’s once', async () => {
    const { issues, of } = await progresso([
      'UPN,Date,Session,AttendanceCode',
      `${UPN},16-09-2024,AM,ABC`,
      `${UPN},16-09-2024,PM,ABC`,
    ]);
    expect(of('attendance-mark').map(({ code }) => code)).toEqual(['ABC', 'ABC']);
    expect(issues).toMatchObject([
      { code: 'progresso-attendance-code-unknown', field: 'code', value: 'ABC', place: { line: 2 } },
    ]);
  });

  it('reads a column a session', async () => {
    const { of } = await progresso(['UPN,LearnerCode,05/09/2024 AM,05/09/2024 PM', `${UPN},1,/\\,L`]);
    expect(of('attendance-mark').map(({ date, session, code }) => [date, session, code])).toEqual([
      ['2024-09-05', 'AM', '/'],
      ['2024-09-05', 'PM', 'L'],
    ]);
  });

  it.each([';', '\t', '|'])('reads cells divided by %j, and UTF-16', async (delimiter) => {
    const rows = ['UPN,LearnerCode,LegalSurname,LegalForename', `${UPN},1,Exämpleton,Zoë`];
    const { of } = await progresso(rows.map((row) => row.replaceAll(',', delimiter)));
    expect(of('pupil')).toMatchObject([{ surname: 'Exämpleton', forename: 'Zoë' }]);
  });
});
