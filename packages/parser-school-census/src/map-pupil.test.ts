import { describe, expect, it } from 'vitest';
import { HEADER, IDENTIFIERS, onRoll, parsePupil, parseText, PUPIL_KEY } from './__fixtures__/parse-text.js';

describe('mapPupil', () => {
  it('reads identifiers', async () => {
    const { of } = await parseText(
      onRoll(`<PupilOnRoll><PupilIdentifiers><UPN>b856200119001</UPN><FormerUPN>A1</FormerUPN><FormerUPN>A2</FormerUPN>
        <UniqueLearnerNumber>1234560029</UniqueLearnerNumber><Surname>Example</Surname><Forename>Ann</Forename>
        <MiddleNames>Bea Cat</MiddleNames><PreferredSurname>Sample</PreferredSurname><FormerSurname>Was</FormerSurname>
        <DOB>2014-11-20</DOB><Sex>F</Sex></PupilIdentifiers></PupilOnRoll>`),
    );
    expect(of('pupil')).toMatchObject([
      {
        key: PUPIL_KEY,
        school: '8562001',
        upn: 'B856200119001',
        formerUpns: ['A1', 'A2'],
        uln: '1234560029',
        surname: 'Example',
        forename: 'Ann',
        middleNames: 'Bea Cat',
        preferredSurname: 'Sample',
        formerSurnames: ['Was'],
        birthDate: '2014-11-20',
        sex: 'F',
        sent: { upn: 'b856200119001' },
      },
    ]);
  });

  it.each(['Sex', 'Gender', 'gender'])('reads %s', async (name) => {
    const { of } = await parseText(
      onRoll(
        `<PupilOnRoll><PupilIdentifiers><Surname>A</Surname><${name}>M</${name}></PupilIdentifiers></PupilOnRoll>`,
      ),
    );
    expect(of('pupil')).toMatchObject([{ sex: 'M' }]);
  });

  it('keeps the second of Sex and Gender', async () => {
    const { of, issues } = await parsePupil(
      '<PupilCharacteristics><Gender>M</Gender></PupilCharacteristics>',
    );
    expect(of('pupil')).toMatchObject([{ sex: 'F', extensions: { PupilCharacteristics: { Gender: 'M' } } }]);
    expect(issues).toEqual([]);
  });

  it('reads characteristics', async () => {
    const { of, issues } =
      await parsePupil(`<PupilCharacteristics><Ethnicity>WBRI</Ethnicity><Language>ENG</Language>
      <Nationalities><Nationality>GBR</Nationality><Nationality>FRA</Nationality></Nationalities>
      <CountryOfBirth>FRA</CountryOfBirth><ProficiencyInEnglish>E</ProficiencyInEnglish><YSSA>UNS</YSSA>
      <TopUpFunding/></PupilCharacteristics>`);
    expect(of('pupil')).toMatchObject([
      {
        ethnicity: 'WBRI',
        languages: [{ code: 'ENG' }],
        nationalities: ['GBR', 'FRA'],
        countryOfBirth: 'FRA',
        // an empty element says nothing
        extensions: { PupilCharacteristics: { ProficiencyInEnglish: 'E', YSSA: 'UNS' } },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('reads items in whichever module they stand', async () => {
    const { of, issues } = await parsePupil(
      '<PupilStatus><Language>ENG</Language></PupilStatus><Ethnicity>WBRI</Ethnicity><SpecialEducationalNeeds><EntryDate>2020-09-01</EntryDate></SpecialEducationalNeeds>',
    );
    expect(of('pupil')).toMatchObject([{ ethnicity: 'WBRI', languages: [{ code: 'ENG' }] }]);
    expect(of('enrolment')).toMatchObject([
      {
        entryDate: '2020-09-01',
        provenance: { place: { path: expect.stringContaining('/SpecialEducationalNeeds/EntryDate') } },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('tells of an item that stands in two modules', async () => {
    const { of, issues } = await parsePupil(
      '<PupilCharacteristics><Language>ENG</Language></PupilCharacteristics><PupilStatus><Language>POL</Language></PupilStatus>',
    );
    expect(of('pupil')).toMatchObject([
      { languages: [{ code: 'ENG' }], extensions: { PupilStatus: { Language: 'POL' } } },
    ]);
    expect(issues).toMatchObject([{ code: 'census-element-repeated', record: { key: PUPIL_KEY } }]);
  });

  it('tells of unknown elements once for each path, and keeps each', async () => {
    const pupil = (n: number) =>
      `<PupilOnRoll><PupilIdentifiers><Surname>S${n}</Surname></PupilIdentifiers><PupilStatus><Shoe>${n}</Shoe></PupilStatus></PupilOnRoll>`;
    const { of, issues } = await parseText(onRoll([1, 2, 3].map(pupil).join('')));
    expect(of('pupil').map(({ extensions }) => extensions)).toEqual([
      { PupilStatus: { Shoe: '1' } },
      { PupilStatus: { Shoe: '2' } },
      { PupilStatus: { Shoe: '3' } },
    ]);
    expect(issues).toMatchObject([
      {
        code: 'census-element-unknown',
        field: '/PupilsOnRoll/PupilOnRoll/PupilStatus/Shoe',
        severity: 'info',
      },
    ]);
  });

  it('keeps names that are dangerous to objects', async () => {
    const { of } = await parsePupil(
      '<PupilStatus><__proto__>x</__proto__><constructor>y</constructor></PupilStatus>',
    );
    const status = of('pupil')[0]?.extensions?.PupilStatus as object;
    expect(Object.entries(status)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(status)).toBe(Object.prototype);
  });

  it('tells of kinds of unknown elements up to a limit', async () => {
    const many = Array.from({ length: 700 }, (_, i) => `<X${i}>1</X${i}>`).join('');
    const { issues } = await parsePupil(many);
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)).toMatchObject({ code: 'census-elements-unknown-more' });
  });

  it('keeps a pupil whole who can not be told from others', async () => {
    const { of, issues } = await parseText(
      onRoll('<PupilOnRoll><PupilIdentifiers><DOB>2015-01-01</DOB></PupilIdentifiers></PupilOnRoll>'),
    );
    expect(of('unreadable')).toMatchObject([
      { intended: 'pupil', school: '8562001', raw: { PupilIdentifiers: { DOB: '2015-01-01' } } },
    ]);
    expect(issues).toMatchObject([{ code: 'census-pupil-unreadable', severity: 'error' }]);
  });

  it('says when a pupil stands in the file twice', async () => {
    const { of, issues } = await parseText(
      `<Message>${HEADER}<Pupils><PupilsOnRoll><PupilOnRoll>${IDENTIFIERS}<PupilStatus><EntryDate>2024-01-08</EntryDate></PupilStatus></PupilOnRoll></PupilsOnRoll>
       <PupilsNoLongerOnRoll><PupilNoLongerOnRoll>${IDENTIFIERS}<PupilStatus><EntryDate>2019-09-04</EntryDate><LeavingDate>2023-10-20</LeavingDate></PupilStatus></PupilNoLongerOnRoll></PupilsNoLongerOnRoll></Pupils></Message>`,
    );
    expect(of('enrolment')).toMatchObject([
      { current: true, entryDate: '2024-01-08' },
      { current: false, entryDate: '2019-09-04', leavingDate: '2023-10-20' },
    ]);
    expect(issues).toMatchObject([{ code: 'census-pupil-repeated', severity: 'info' }]);
  });
});

describe('addresses', () => {
  it.each([
    '<SAON>2</SAON><PAON>14</PAON><Street>High Street</Street><PostTown>LEICESTER</PostTown><Postcode>ZZ1 1AA</Postcode>',
    '<BS7666Address><SAON>2</SAON><PAON>14</PAON><Street>High Street</Street><PostTown>LEICESTER</PostTown></BS7666Address><PostCode>ZZ1 1AA</PostCode>',
    '<POSTCODE>ZZ1 1AA</POSTCODE><Saon>2</Saon><Paon>14</Paon><Street>High Street</Street><postTown>LEICESTER</postTown>',
  ])('are read by parts: %s', async (parts) => {
    for (const xml of [`<Addresses><Address>${parts}</Address></Addresses>`, `<Address>${parts}</Address>`]) {
      const { of, issues } = await parsePupil(`<HomeInformation>${xml}</HomeInformation>`);
      expect(of('pupil')[0]?.address).toEqual({
        saon: '2',
        paon: '14',
        street: 'High Street',
        postTown: 'LEICESTER',
        postcode: 'ZZ1 1AA',
      });
      expect(issues).toEqual([]);
    }
  });

  it('are read by lines, each in its place', async () => {
    const { of } = await parsePupil(
      '<HomeInformation><Address><AddressLine1>A</AddressLine1><AddressLine3>C</AddressLine3></Address></HomeInformation>',
    );
    expect(of('pupil')[0]?.address).toEqual({ lines: ['A', '', 'C'] });
  });

  it('are kept from the second on', async () => {
    const { of } = await parsePupil(
      '<HomeInformation><Addresses><Address/><Address><Town>A</Town></Address><Address><Town>B</Town></Address></Addresses></HomeInformation>',
    );
    expect(of('pupil')).toMatchObject([
      { address: { town: 'A' }, extensions: { HomeInformation: { Addresses: { Address: { Town: 'B' } } } } },
    ]);
  });
});
