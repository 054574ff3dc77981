import { atfParser } from '@rollbook/parser-ctf';
import { collect, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePupil, makeTarget, textOf } from '../pupils/make-pupil.test-support.js';
import { admissionDates, workingDayFrom } from './admission-dates.js';
import {
  type AdmissionsFileName,
  formatAdmissionsFileName,
  parseAdmissionsFileName,
} from './admissions-file-name.js';
import { exchangeNames } from './exchange-names.js';
import { type OfferRow, offersHeadings, readOffersCsv, writeOffersCsv } from './offers-csv.js';
import { type ExchangeItem, exchangeIssues, readAdmissionsExchange } from './read-exchange.js';
import { admissionsSeries, admissionsVersion, intakeOfVersion, isYearOfRound } from './series.js';
import { type OneAtfSummary, writeOneAtf } from './write-one-atf.js';

describe('series', () => {
  it.each([
    [2011, 7],
    [2012, 8],
    [2013, 9],
    [2016, 12],
    [2021, 17],
    [2027, 23],
  ])('the intake of %i is series %i', (intake, series) => {
    expect(admissionsSeries(intake)).toBe(series);
    expect(intakeOfVersion(`${series}.0`)).toBe(intake);
  });

  it('have versions', () => {
    expect(admissionsVersion(2027)).toBe('23.0');
    expect(admissionsVersion(2012, 1)).toBe('8.1');
    expect(intakeOfVersion('8.1')).toBe(2012);
    for (const version of ['', 'x', '6.0', '123', '23.00']) expect(intakeOfVersion(version)).toBeUndefined();
    for (const year of [2010, 2027.5, 2104]) expect(() => admissionsSeries(year)).toThrow(RangeError);
  });

  it('have either year in names', () => {
    expect(['26', '27', '25', '28'].map((digits) => isYearOfRound(digits, 2027))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('names of files', () => {
  const names: [string, AdmissionsFileName][] = [
    [
      '999LLLL_ADT_1114999_26001.XML',
      { kind: 'ADT', authority: '999', school: '1114999', yearDigits: '26', sequence: 1 },
    ],
    [
      '9994444_ASL_111LLLL_26001.XML',
      { kind: 'ASL', authority: '111', school: '9994444', yearDigits: '26', sequence: 1 },
    ],
    ['856LLLL_ATF_8562001_012.XML', { kind: 'ATF', authority: '856', school: '8562001', sequence: 12 }],
  ];

  it.each(names)('%s', (name, parts) => {
    expect(parseAdmissionsFileName(name)).toEqual(parts);
    expect(parseAdmissionsFileName(`C:\\in\\${name.toLowerCase()}`)).toEqual(parts);
    expect(formatAdmissionsFileName(parts)).toBe(name);
  });

  it('are none', () => {
    for (const name of [
      '856LLLL_ADT_8562001_001.XML',
      '856LLLL_ADT_8562001_26000.XML',
      '8562001_CTF_856LLLL_001.xml',
      'x.xml',
      '856LLLL_ATF_856 2001_001.XML',
    ])
      expect(parseAdmissionsFileName(name), name).toBeUndefined();
    const base = { kind: 'ADT', authority: '856', school: '8562001', yearDigits: '26', sequence: 1 } as const;
    for (const of of [
      { ...base, sequence: 0 },
      { ...base, sequence: 1000 },
      { ...base, authority: '../' },
      { kind: 'ADT', authority: '856', school: '8562001', sequence: 1 } as const,
    ])
      expect(() => formatAdmissionsFileName(of)).toThrow(RangeError);
  });
});

describe('days of a round', () => {
  it.each([
    [2026, '2026-03-02', '2026-04-16'],
    [2027, '2027-03-01', '2027-04-16'],
    // Good Friday is 14 April 2028; 16 April is Easter Sunday and the 17th its Monday.
    [2028, '2028-03-01', '2028-04-18'],
    [2025, '2025-03-03', '2025-04-16'],
    // 16 April 2022 was the Saturday of Easter.
    [2022, '2022-03-01', '2022-04-19'],
  ])('offers of %i are on %s and %s', (year, secondary, primary) => {
    const offers = admissionDates(year).filter(({ event }) => event === 'offers');
    expect(offers.map(({ day }) => day)).toEqual([secondary, primary]);
  });

  it('close before the intake', () => {
    expect(
      admissionDates(2027)
        .filter(({ event }) => event === 'closing')
        .map(({ day }) => day),
    ).toEqual(['2026-10-31', '2027-01-15']);
    expect(workingDayFrom('2026-12-25')).toBe('2026-12-29');
  });
});

const application = { kind: 'admission-application', intakeYear: 2027, preference: 2, yearGroup: 'R' };
const child = makeTarget(
  makePupil({ ethnicity: 'WBRI', address: { street: 'Low Street', postcode: 'ZZ99 9ZZ' } }),
  [
    {
      ...application,
      applicationReference: 'REF-1',
      preferredSchool: '8562002',
      outcome: 'A',
      status: 'offered',
      offerDate: '2027-04-16',
    },
    { ...application, applicationReference: 'REF-2', preferredSchool: '8562003', outcome: 'R' },
    { kind: 'contact', surname: 'Lowe', forename: 'Jo', relationship: 'PAM', priority: 1 },
  ],
);
const elsewhere = makeTarget(makePupil({ key: 'upn:X801200001002', upn: 'X801200001002' }), []);

describe('the ATF of an authority', () => {
  const options = {
    ...{ authority: '856', school: '8562002', intakeYear: 2027, dateTime: '2027-04-20T09:30:00' },
    accepted: ['A'],
  };

  it('has the children who were accepted, and no order of preference', async () => {
    let summary: OneAtfSummary | undefined;
    const text = await textOf(
      writeOneAtf({ ...options, onDone: (done) => (summary = done) }, [child, elsewhere]),
    );
    expect(summary).toEqual({
      pupils: 2,
      written: 1,
      withoutPlace: 1,
      unwritable: {},
      withheld: { ethnicity: 1 },
    });
    expect(text).toContain('<ATFversion>23.0</ATFversion>');
    expect(text).toContain('<ApplicationReference>REF-1</ApplicationReference>');
    expect(text).not.toMatch(/REF-2|8562003|referenc.*>2<|<Ethnicity>/);
    const { records } = await collect(atfParser.parse(await openSource(Buffer.from(text))));
    expect(records.map(({ kind }) => kind)).toEqual(['school', 'pupil', 'contact', 'admission-application']);
    expect(records.find(({ kind }) => kind === 'admission-application')).toMatchObject({
      outcome: 'A',
      preferredSchool: '8562002',
      school: '8562002',
    });
  });

  it('has no order of preference that came with what was kept', async () => {
    const kept = makeTarget(
      makePupil({ extensions: { Admissions: { Preference: '3', Note: 'x' }, PreferenceOrder: '7' } }),
      [
        {
          ...application,
          applicationReference: 'REF-1',
          preferredSchool: '8562002',
          outcome: 'A',
          extensions: { PrefRank: '9' },
        },
      ],
    );
    const text = await textOf(writeOneAtf({ ...options, include: ['extensions'] }, [kept]));
    expect(text).toContain('<Note>x</Note>');
    expect(text).not.toMatch(/pref|>[379]</i);
  });

  it('goes by outcome, intake and school', async () => {
    const written = async (of: object) => {
      let summary: OneAtfSummary | undefined;
      await textOf(writeOneAtf({ ...options, ...of, onDone: (done) => (summary = done) }, [child]));
      return summary!.written;
    };
    expect(await written({ accepted: ['A'] })).toBe(1);
    expect(await written({ accepted: ['X'] })).toBe(0);
    expect(await written({ school: '8562003', accepted: ['A'] })).toBe(0);
    expect(await written({ intakeYear: 2026 })).toBe(0);
    expect(await written({ school: '8562003' })).toBe(0);
    for (const of of [
      { version: '22.0' },
      { authority: '85' },
      { school: 'x' },
      { dateTime: '2027' },
      { intakeYear: 1999 },
    ])
      await expect(written(of)).rejects.toThrow(RangeError);
  });
});

describe('the CSV of offers', () => {
  const read = async (text: string | Uint8Array): Promise<OfferRow[]> => {
    const rows: OfferRow[] = [];
    for await (const batch of readOffersCsv(await openSource(Buffer.from(text)))) rows.push(...batch);
    return rows;
  };

  it('has a row for each application, and no order of preference', async () => {
    const text = await textOf(writeOffersCsv([child, elsewhere]));
    expect(text).toBe(
      '\ufeffApplicationReference,UPN,LegalSurname,LegalForename,DateOfBirth,Postcode,IntakeYear,NCYear,School,Status,Outcome,OfferDate\r\n' +
        'REF-1,H801200001001,Lowe,Ada,2012-03-04,ZZ99 9ZZ,2027,R,8562002,offered,A,2027-04-16\r\n' +
        'REF-2,H801200001001,Lowe,Ada,2012-03-04,ZZ99 9ZZ,2027,R,8562003,,R,\r\n',
    );
    expect(offersHeadings.join().toLowerCase()).not.toContain('preference');
    expect(
      await textOf(writeOffersCsv([child], { school: '8562003', withholdAddress: () => true })),
    ).toContain('Ada,2012-03-04,,2027');
    expect((await read(text)).map(({ applicationReference }) => applicationReference)).toEqual([
      'REF-1',
      'REF-2',
    ]);
  });

  it('is read back as it was', async () => {
    const cell = fc
      .stringMatching(/^[ -~é]{1,12}$/u)
      .filter((text) => text.trim() === text && text !== '' && !/^['=+\-@]/.test(text));
    await fc.assert(
      fc.asyncProperty(cell, cell, cell, async (surname, status, applicationReference) => {
        const one = makeTarget(makePupil({ surname }), [{ ...application, status, applicationReference }]);
        const [row] = await read(await textOf(writeOffersCsv([one])));
        expect(row).toMatchObject({ surname, status, applicationReference, birthDate: '2012-03-04' });
      }),
      { numRuns: 80 },
    );
  });

  it('refuses other tables and dates, and ends clearly whatever bytes they are', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toMatchObject({ code: 'offers-header' });
    const whole = Buffer.from(await textOf(writeOffersCsv([child])));
    await expect(read(whole.toString().replace('2012-03-04', '4.3.2012'))).rejects.toMatchObject({
      code: 'offers-date',
      place: { line: 2 },
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), async (cut, noise) => {
        await read(Buffer.concat([whole.subarray(0, cut), noise])).catch((error: unknown) =>
          expect(error).toBeInstanceOf(UnreadableInputError),
        );
      }),
      { numRuns: 200 },
    );
  });
});

const asl = `<?xml version="1.0"?>
<ASLfile>
<Header><DocumentName>Admissions School List</DocumentName><Version>23.0</Version></Header>
<Applications>
<Application>
<ApplicationReference>REF-1</ApplicationReference>
<Child><Surname>Sampleton</Surname><Forename>Zoë</Forename><DOB>2022-11-20</DOB><Gender>F</Gender></Child>
<Rank>3</Rank><Criterion>Sibling</Criterion><Preference>1</Preference><Preferences><School>8562001</School><PrefOrder>2</PrefOrder></Preferences><Applicant Id="7"><Surname>Carer</Surname><Gender>M</Gender></Applicant><Sibling><UPN>A1</UPN></Sibling><Distance>0.4</Distance><Distance>0.5</Distance>
</Application>
<Application><Rank>first</Rank><DOB>20/11/2022</DOB></Application>
</Applications>
</ASLfile>`;

describe('ADT and ASL, as far as anybody knows them', () => {
  const read = async (bytes: string | Uint8Array): Promise<ExchangeItem[]> => {
    const items: ExchangeItem[] = [];
    for await (const batch of readAdmissionsExchange(await openSource(Buffer.from(bytes))))
      items.push(...batch);
    return items;
  };

  it('are read with all that they have, but for the order of preference', async () => {
    const items = await read(asl);
    expect(items.filter(({ type }) => type !== 'issue')).toMatchObject([
      {
        header: {
          kind: 'ASL',
          version: '23.0',
          intakeYear: 2027,
          content: { DocumentName: 'Admissions School List' },
        },
      },
      {
        application: {
          pupil: { surname: 'Sampleton', forename: 'Zoë', birthDate: '2022-11-20', sex: 'F' },
          application: { applicationReference: 'REF-1', intakeYear: 2027 },
          ...{ rank: 3, criterion: 'Sibling' },
          extensions: {
            Distance: ['0.4', '0.5'],
            'Preferences/School': '8562001',
            'Applicant/Surname': 'Carer',
            'Applicant/Gender': 'M',
            'Applicant/@Id': '7',
            'Sibling/UPN': 'A1',
          },
        },
        place: { line: 5, path: '/ASLfile/Applications/Application[1]' },
      },
      { application: { extensions: { Rank: 'first', DOB: '20/11/2022' } } },
    ]);
    const read1 = items.filter(({ type }) => type === 'application');
    expect(JSON.stringify(read1)).not.toMatch(/Preference"|PrefOrder/);
    expect(items.flatMap((item) => (item.type === 'issue' ? [item.issue.code] : []))).toEqual([
      'exchange-unconfirmed',
      'exchange-preference-left-out',
      'exchange-element-unknown',
      'exchange-preference-left-out',
      'exchange-element-unknown',
      'exchange-element-unknown',
      'exchange-element-unknown',
      'exchange-element-unknown',
      'exchange-value-unreadable',
      'exchange-value-unreadable',
      'exchange-reference-missing',
    ]);
  });

  it('are told from other files, and a DOCTYPE is refused', async () => {
    await expect(read('<ATfile/>')).rejects.toMatchObject({ code: 'exchange-root' });
    await expect(read('<!DOCTYPE ADTfile><ADTfile/>')).rejects.toMatchObject({ code: 'xml-doctype' });
    await expect(read('<ADTfile><Applications>')).rejects.toMatchObject({ code: 'xml-truncated' });
    expect(await read('<ADTfile/>')).toHaveLength(1);
  });

  it('end clearly whatever bytes they are', async () => {
    const whole = Buffer.from(asl);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(40),
        fc.uint8Array({ maxLength: 6 }),
        async (at, cut, put) => {
          await read(Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)])).catch(
            (error: unknown) => expect(error).toBeInstanceOf(UnreadableInputError),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('have names in one table, without regard to case', () => {
    for (const name of Object.keys(exchangeNames)) expect(name).toBe(name.toLowerCase());
    for (const { message, help } of Object.values(exchangeIssues)) expect(`${message}${help}`).toMatch(/\.$/);
  });
});
