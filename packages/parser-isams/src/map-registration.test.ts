import { describe, expect, it } from 'vitest';
import { at, parsePupils, parseText, statuses, WHO } from './__fixtures__/parse.js';

const PRESENT = '<Registered>1</Registered><Late>0</Late>';
const ABSENT = '<Registered>0</Registered><Late>0</Late>';

async function marksOf(inner: string[], options?: Parameters<typeof parsePupils>[2]) {
  const parsed = await parsePupils([WHO], statuses(...inner), options);
  return { ...parsed, marks: parsed.of('attendance-mark'), codes: parsed.issues.map(({ code }) => code) };
}

describe('marks', () => {
  it.each([
    ['present in the morning', `${at('2026-11-02T08:40:00')}${PRESENT}`, { session: 'AM', code: '/' }],
    ['present in the afternoon', `${at('2026-11-02T13:40:00')}${PRESENT}`, { session: 'PM', code: '\\' }],
    [
      'late',
      `${at('2026-11-02T08:55:00')}<Registered>1</Registered><Late>1</Late><MinutesLate>7</MinutesLate>`,
      { code: 'L', minutesLate: 7 },
    ],
    ['not yet registered', `${at('2026-11-02T08:40:00')}${ABSENT}`, { code: '-' }],
    [
      'ill, by the id of the code',
      `${at('2026-11-02T08:40:00')}${ABSENT}<Code>11</Code>`,
      { code: 'I', sent: { code: '11', date: '2026-11-02T08:40:00' } },
    ],
    ['a letter in place of the id', `${at('2026-11-02T08:40:00')}${ABSENT}<Code>V</Code>`, { code: 'V' }],
    ['by the government code', `${at('2026-11-02T08:40:00')}${ABSENT}<Code>15</Code>`, { code: 'M' }],
    ['J1 since the reform', `${at('2024-09-02T08:40:00')}${ABSENT}<Code>13</Code>`, { code: 'J1' }],
    ['J before the reform', `${at('2024-06-03T08:40:00')}${ABSENT}<Code>13</Code>`, { code: 'J' }],
    [
      'present with a present code',
      `${at('2026-11-02T08:40:00')}${PRESENT}<PresentCode>21</PresentCode>`,
      { code: '/', comment: 'Music', extensions: { PresentCode: '21' } },
    ],
    [
      'a session by its period, not its time',
      `<PeriodId>3</PeriodId>${at('2026-11-02T11:50:00')}${PRESENT}`,
      { session: 'PM', code: '\\' },
    ],
    [
      'flags in words',
      `${at('2026-11-02T08:40:00')}<Registered>True</Registered><Late>False</Late>`,
      { code: '/' },
    ],
  ])('%s', async (_, inner, expected) => {
    const { marks, issues } = await marksOf([inner]);
    expect(marks).toMatchObject([{ kind: 'attendance-mark', pupilKey: 'id:S1', ...expected }]);
    expect(issues).toEqual([]);
  });

  it('keep a code of the school that nothing maps, and say so once', async () => {
    const { marks, issues } = await marksOf([
      `${at('2026-11-02T08:40:00')}${ABSENT}<Code>12</Code>`,
      `${at('2026-11-03T08:40:00')}${ABSENT}<Code>12</Code>`,
      `${at('2026-11-04T08:40:00')}${ABSENT}<Code>14</Code>`,
      `${at('2026-11-05T08:40:00')}${ABSENT}<Code>99</Code>`,
    ]);
    expect(marks.map(({ code }) => code)).toEqual(['*', '*', 'Y', '99']);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['isams-registration-code-unmapped', '12'],
      ['isams-registration-code-unmapped', '14'],
      ['isams-registration-code-unknown', '99'],
    ]);
  });

  it('take the school’s override before all else, for present codes too', async () => {
    const { marks, issues } = await marksOf(
      [
        `${at('2026-11-02T08:40:00')}${ABSENT}<Code>12</Code>`,
        `${at('2026-11-03T08:40:00')}${ABSENT}<Code>15</Code>`,
        `${at('2026-11-04T08:40:00')}${PRESENT}<PresentCode>21</PresentCode>`,
        `${at('2026-11-05T08:40:00')}${ABSENT}<Code>Z9</Code>`,
      ],
      { registrationCodes: { '*': 'C1', Q2: 'T', Music: 'B', Z9: 'X' } },
    );
    expect(marks.map(({ code }) => code)).toEqual(['C1', 'T', 'B', 'X']);
    expect(issues).toEqual([]);
  });

  it('of periods that are no session are left out, with an issue for each period', async () => {
    const { marks, issues } = await marksOf([
      `<PeriodId>9</PeriodId>${at('2026-11-02T12:40:00')}${PRESENT}`,
      `<PeriodId>9</PeriodId>${at('2026-11-03T12:40:00')}${PRESENT}`,
      `<PeriodId>1</PeriodId>${at('2026-11-03T08:40:00')}${PRESENT}`,
    ]);
    expect(marks).toHaveLength(1);
    expect(issues).toMatchObject([
      {
        code: 'isams-period-not-statutory',
        value: 'Lunch',
        message: '2 marks of a registration period that is no statutory session were left out.',
      },
    ]);
  });

  it('count only for the periods that the options name, by name or id', async () => {
    const { marks, issues } = await marksOf(
      [
        `<PeriodId>9</PeriodId>${at('2026-11-02T12:40:00')}${PRESENT}`,
        `<PeriodId>2</PeriodId>${at('2026-11-02T08:40:00')}${PRESENT}`,
        `<PeriodId>1</PeriodId>${at('2026-11-03T08:40:00')}${PRESENT}`,
      ],
      { statutoryPeriods: ['Lunch', '2'] },
    );
    expect(marks.map(({ date, session }) => [date, session])).toEqual([
      ['2026-11-02', 'PM'],
      ['2026-11-02', 'AM'],
    ]);
    expect(issues).toMatchObject([{ value: 'AM' }]);
  });

  it('take the later of two for a session, whichever comes first in the file', async () => {
    const early = `${at('2026-11-02T08:40:00')}${ABSENT}<Code>11</Code>`;
    const later = `${at('2026-11-02T09:20:00')}<Registered>1</Registered><Late>1</Late>`;
    for (const order of [
      [early, later],
      [later, early],
    ]) {
      const { marks, issues } = await marksOf(order);
      expect(marks).toMatchObject([{ code: 'L' }]);
      expect(issues).toMatchObject([{ code: 'isams-mark-superseded', value: '2026-11-02T08:40:00 I' }]);
    }
  });

  it('are told as repeated when the two stand apart in the file', async () => {
    const two = '<SchoolId>S2</SchoolId><Surname>Other</Surname>';
    const list = ['S1', 'S2', 'S1']
      .map(
        (id) =>
          `<RegistrationStatus><PupilId>${id}</PupilId>${at('2026-11-02T08:40:00')}${PRESENT}</RegistrationStatus>`,
      )
      .join('');
    const { of, issues } = await parsePupils(
      [WHO, two],
      `<RegistrationManager><RegistrationStatuses>${list}</RegistrationStatuses></RegistrationManager>`,
    );
    expect(of('attendance-mark')).toHaveLength(3);
    expect(issues).toMatchObject([{ code: 'isams-mark-repeated', record: { pupilKey: 'id:S1' } }]);
  });

  it('of a pupil who is not in the file are unreadable, and so are those without a day or pupil', async () => {
    const { of, issues } = await parsePupils(
      [WHO],
      '<RegistrationManager><RegistrationStatuses>' +
        `<RegistrationStatus><PupilId>S9</PupilId>${at('2026-11-02T08:40:00')}${PRESENT}</RegistrationStatus>` +
        `<RegistrationStatus><PupilId>S1</PupilId>${at('2026-13-02T08:40:00')}${PRESENT}</RegistrationStatus>` +
        `<RegistrationStatus><PupilId>S1</PupilId>${at('2026-11-02')}${PRESENT}</RegistrationStatus>` +
        `<RegistrationStatus>${at('2026-11-02T08:40:00')}${PRESENT}</RegistrationStatus>` +
        '</RegistrationStatuses></RegistrationManager>',
    );
    expect(of('attendance-mark')).toEqual([]);
    expect(of('unreadable')).toHaveLength(4);
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['isams-pupil-unknown', 'PupilId'],
      ['isams-record-unidentified', 'RegistrationDateTime'],
      ['isams-record-unidentified', 'PeriodId'],
      ['isams-record-unidentified', 'PupilId'],
    ]);
  });

  it('are tied by the ids of iSAMS in a file without pupils, or by the keys of the options', async () => {
    const text = `<iSAMS>${statuses(`${at('2026-11-02T08:40:00')}${PRESENT}`)}</iSAMS>`;
    const alone = await parseText(text);
    expect(alone.of('attendance-mark')).toMatchObject([{ pupilKey: 'id:S1' }]);
    expect(alone.issues).toMatchObject([{ code: 'isams-pupils-missing' }]);
    const known = await parseText(text, { pupilKeys: new Map([['S1', 'upn:D856412326001']]) });
    expect(known.of('attendance-mark')).toMatchObject([{ pupilKey: 'upn:D856412326001' }]);
    expect(known.issues).toEqual([]);
  });
});
