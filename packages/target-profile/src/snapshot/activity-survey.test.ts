import { openSource, readDelimited } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nccisYoungPersonSchema, type NccisYoungPerson } from '../nccis/young-person.js';
import {
  defaultSurveyColumns,
  isSurveyLeaver,
  surveyColumns,
  surveyDay,
  writeActivitySurvey,
  type ActivitySurveyOptions,
  type SurveyBalance,
} from './activity-survey.js';

async function textOf(people: readonly NccisYoungPerson[], options: ActivitySurveyOptions): Promise<string> {
  let text = '';
  for await (const piece of writeActivitySurvey(people, options)) text += piece;
  return text;
}

async function rowsOf(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readDelimited(await openSource(Buffer.from(text)), { delimiter: ',' }))
    rows.push(...batch.rows.map((row) => [...row]));
  return rows;
}

const ada: NccisYoungPerson = {
  youngPersonsId: '9990000000001',
  cohortStatus: 'P',
  givenName: 'Ada',
  familyName: 'Example, the elder',
  gender: 'F',
  dob: '2010-01-10',
  postcode: 'ZZ99 9ZZ',
  ethnicity: 'WBRI',
  leadLea: '856',
  educatedLea: '855',
  leaCodeAtYear11: '855',
  uniquePupilNumber: 'A999400121001',
  sendFlag: 'Y',
  senSupportFlag: 'N',
  characteristics: ['110'],
  activity: {
    activityCode: '220',
    startDate: '2026-09-03',
    establishmentNumber: '8564002',
    currencyLapsed: 'N',
  },
};

describe('writeActivitySurvey', () => {
  it('writes the leavers of the year, without special category data', async () => {
    const balances: SurveyBalance[] = [];
    const older = { ...ada, dob: '2009-08-31' };
    const younger = { ...ada, dob: '2010-09-01' };
    const text = await textOf([older, ada, younger, { givenName: 'No date' }], {
      year: 2026,
      onBalance: (balance) => balances.push(balance),
    });
    expect(text).toBe(
      'YoungPersonsID,GivenName,Surname,Gender,DOB,Postcode,LeadLEA,EducatedLEA,LEACodeAtYear11,UniquePupilNumber,' +
        'ActivityCode,StartDate,DateVerified,EstablishmentNumber,EstablishmentName,UKProviderReferenceNumber\r\n' +
        '9990000000001,Ada,"Example, the elder",F,2010-01-10,ZZ99 9ZZ,856,855,855,A999400121001,' +
        '220,2026-09-03,,8564002,,\r\n',
    );
    expect(balances).toEqual([{ received: 4, written: 1, leftOut: 3 }]);
    for (const column of ['Ethnicity', 'SENDFlag', 'SENSupportFlag'])
      expect(defaultSurveyColumns).not.toContain(column);
  });

  it('writes the columns and the people that the caller names', async () => {
    const text = await textOf([ada], {
      year: 2030,
      columns: [
        'YoungPersonsID',
        'SENDFlag',
        { heading: 'Status', value: ({ activity }) => activity?.activityCode },
      ],
      include: () => true,
      newline: '\n',
    });
    expect(text).toBe('YoungPersonsID,SENDFlag,Status\n9990000000001,Y,220\n');
  });

  it('escapes what a spreadsheet would run', async () => {
    const hostile = { ...ada, givenName: '=HYPERLINK("http://example.invalid")' };
    const columns = ['GivenName'] as const;
    expect((await rowsOf(await textOf([hostile], { year: 2026, columns })))[1]).toEqual([
      `'${hostile.givenName}`,
    ]);
    const plain = await textOf([hostile], { year: 2026, columns, escapeFormulas: false });
    expect((await rowsOf(plain))[1]).toEqual([hostile.givenName]);
  });

  it.each([26, 2026.5, Number.NaN])('refuses the year %d', async (year) => {
    await expect(textOf([], { year })).rejects.toThrow(RangeError);
    expect(() => surveyDay(year)).toThrow(RangeError);
  });

  it('refuses no columns', async () => {
    await expect(textOf([], { year: 2026, columns: [] })).rejects.toThrow(RangeError);
  });

  it('is read back as it was written', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('a,b', '"q"', 'two\nlines', ' x ', "O'Neill", 'sep=,'),
    );
    const columns = ['YoungPersonsID', 'GivenName', 'EstablishmentName'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (cells) => {
        const people = cells.map(([givenName, establishmentName], i) => ({
          youngPersonsId: `999${i}`,
          givenName,
          activity: { establishmentName },
        }));
        const text = await textOf(people, {
          year: 2026,
          columns,
          include: () => true,
          escapeFormulas: false,
        });
        const rows = await rowsOf(text);
        expect(rows).toEqual([
          [...columns],
          ...people.map(({ youngPersonsId, givenName, activity }) => [
            youngPersonsId,
            givenName,
            activity.establishmentName,
          ]),
        ]);
      }),
    );
  });
});

describe('survey', () => {
  it('asks about 1 November, of those who were 15 on 31 August of the year before', () => {
    expect(surveyDay(2026)).toBe('2026-11-01');
    expect(isSurveyLeaver({ dob: '2009-09-01' }, 2026)).toBe(true);
    expect(isSurveyLeaver({ dob: '2010-08-31' }, 2026)).toBe(true);
    expect(isSurveyLeaver({ dob: '2009-08-31' }, 2026)).toBe(false);
    expect(isSurveyLeaver({ dob: '2010-09-01' }, 2026)).toBe(false);
    expect(isSurveyLeaver({}, 2026)).toBe(false);
  });

  it('has columns that read what the person has', () => {
    const empty = nccisYoungPersonSchema.parse({});
    for (const value of Object.values(surveyColumns)) expect(value(empty)).toBeUndefined();
    expect(surveyColumns.Surname(ada)).toBe('Example, the elder');
    expect(surveyColumns.Ethnicity(ada)).toBe('WBRI');
  });
});
