import { describe, expect, it } from 'vitest';
import { header, parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

const characteristics = (content: string) => `<PupilCharacteristics>${content}</PupilCharacteristics>`;

describe('mapEarlyYears', () => {
  it('reads funded hours of the term', async () => {
    const { of, issues } = await parsePupil(
      characteristics(`<FundedHours>15</FundedHours><ExtendedHours>7.5</ExtendedHours><ExpandedHours>30</ExpandedHours>
        <HoursAtSetting>40</HoursAtSetting><EligibilityCode>50012345678</EligibilityCode><DAFIndicator>true</DAFIndicator>
        <EYPPR>N</EYPPR><EYPPBF>RE</EYPPBF>`),
      header('SPR', '2025'),
    );
    expect(of('early-years-funding')).toMatchObject([
      {
        key: `${PUPIL_KEY}|8562001|2024|SPR`,
        provider: '8562001',
        term: 'SPR',
        fundedHours: 15,
        extendedHours: 7.5,
        expandedHours: 30,
        hoursAtSetting: 40,
        eligibilityCode: '50012345678',
        disabilityAccessFund: true,
        eypp: false,
        extensions: { PupilCharacteristics: { EYPPBF: 'RE' } },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it.each([
    '<FundingBasisItems><FundingBasis>ECO</FundingBasis><FundingBasis>LAA</FundingBasis></FundingBasisItems>',
    '<FundingBasis><FundingBasis>ECO</FundingBasis><FundingBasis>LAA</FundingBasis></FundingBasis>',
    '<FundingBasis>ECO</FundingBasis><FundingBasis>LAA</FundingBasis>',
  ])('reads the first basis and keeps others: %s', async (xml) => {
    const { of, issues } = await parsePupil(characteristics(xml));
    expect(of('early-years-funding')).toMatchObject([{ basis: 'ECO' }]);
    expect(JSON.stringify(of('early-years-funding')[0]?.extensions)).toContain('LAA');
    expect(issues).toEqual([]);
  });

  it('reads the older names', async () => {
    const { of } = await parsePupil(
      characteristics('<ThirtyHourCode>50000000001</ThirtyHourCode><EYPPE>Y</EYPPE>'),
    );
    expect(of('early-years-funding')).toMatchObject([{ eligibilityCode: '50000000001', eypp: true }]);
  });

  it('makes no record of empty elements, and one of what can not be read', async () => {
    expect((await parsePupil(characteristics('<FundedHours/>'))).of('early-years-funding')).toEqual([]);
    const { of, issues } = await parsePupil(characteristics('<FundedHours>all</FundedHours>'));
    expect(of('early-years-funding')).toMatchObject([{ sent: { fundedHours: 'all' } }]);
    expect(issues).toMatchObject([
      { code: 'census-number-unreadable', record: { kind: 'early-years-funding' } },
    ]);
  });
});
