import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

const characteristics = (content: string) => `<PupilCharacteristics>${content}</PupilCharacteristics>`;
const sen = (content: string) => `<SpecialEducationalNeeds>${content}</SpecialEducationalNeeds>`;

describe('free school meals', () => {
  const PERIODS =
    '<FSMperiod><FSMstartDate>2020-01-06</FSMstartDate><FSMendDate>2021-07-20</FSMendDate><UKcountry>ENG</UKcountry></FSMperiod><FSMperiod><FSMstartDate>2023-09-05</FSMstartDate></FSMperiod>';

  it.each([
    `<FSMperiods>${PERIODS}</FSMperiods>`,
    `<FSMeligibility><FSMperiods>${PERIODS}</FSMperiods></FSMeligibility>`,
    `<FSMeligibility>${PERIODS}</FSMeligibility>`,
  ])('are read as spells: %s', async (xml) => {
    const { of, issues } = await parsePupil(characteristics(xml));
    expect(of('fsm-spell')).toMatchObject([
      { key: `${PUPIL_KEY}|2020-01-06|ENG`, startDate: '2020-01-06', endDate: '2021-07-20', country: 'ENG' },
      { key: `${PUPIL_KEY}|2023-09-05|`, startDate: '2023-09-05' },
    ]);
    expect(of('fsm-spell')[1]?.provenance.place.path).toMatch(/FSMperiod\[2\]$/);
    expect(issues).toEqual([]);
  });

  it('are read as yes or no', async () => {
    const { of } = await parsePupil(characteristics('<FSMeligible>Y</FSMeligible>'));
    expect(of('fsm-spell')).toMatchObject([{ eligible: true, sent: { eligible: 'Y' } }]);
    expect((await parsePupil(characteristics('<FSMeligible/>'))).of('fsm-spell')).toEqual([]);
    const odd = await parsePupil(characteristics('<FSMeligible>perhaps</FSMeligible>'));
    expect(odd.of('fsm-spell')).toMatchObject([{ sent: { eligible: 'perhaps' } }]);
    expect(odd.issues).toMatchObject([{ code: 'census-flag-unreadable', value: 'perhaps' }]);
  });

  it.each(['<FSMperiod/>', '<FSMperiod><FSMstartDate>x</FSMstartDate></FSMperiod>'])(
    'are unreadable without a start: %s',
    async (xml) => {
      const { of, issues } = await parsePupil(characteristics(`<FSMperiods>${xml}</FSMperiods>`));
      expect(of('unreadable')).toMatchObject([{ intended: 'fsm-spell' }]);
      expect(issues.at(-1)).toMatchObject({ code: 'census-record-unreadable', field: 'startDate' });
    },
  );

  it('say when a start is missing', async () => {
    const { of, issues } = await parsePupil(
      characteristics('<FSMperiods><FSMperiod><UKcountry>WLS</UKcountry></FSMperiod></FSMperiods>'),
    );
    expect(of('fsm-spell')).toMatchObject([{ country: 'WLS' }]);
    expect(issues).toMatchObject([{ code: 'census-start-date-missing' }]);
  });
});

describe('special educational needs', () => {
  it('are read', async () => {
    const { of, issues } = await parsePupil(
      sen(`<SENprovision>E</SENprovision><SENneeds><SENneed><SENtypeRank>01</SENtypeRank><SENtype>ASD</SENtype></SENneed>
        <SENneed><SENtypeRank>2</SENtypeRank><SENtype>SLCN</SENtype></SENneed></SENneeds><SENunitIndicator>true</SENunitIndicator>`),
    );
    expect(of('sen-provision')).toMatchObject([{ key: `${PUPIL_KEY}||E`, provision: 'E' }]);
    expect(of('sen-need')).toMatchObject([
      { key: `${PUPIL_KEY}|ASD`, need: 'ASD', rank: 1, sent: { rank: '01' } },
      { need: 'SLCN', rank: 2 },
    ]);
    expect(of('pupil')[0]?.extensions).toEqual({ SpecialEducationalNeeds: { SENunitIndicator: 'true' } });
    expect(issues).toEqual([]);
  });

  it('are unreadable without need and rank', async () => {
    const { of, issues } = await parsePupil(
      sen('<SENneeds><SENneed><SENtypeRank>x</SENtypeRank></SENneed></SENneeds>'),
    );
    expect(of('unreadable')).toMatchObject([{ intended: 'sen-need', pupilKey: PUPIL_KEY }]);
    expect(issues.at(-1)).toMatchObject({ code: 'census-record-unreadable', severity: 'error' });
  });

  it('are missing where nothing is said', async () => {
    const { of } = await parsePupil(sen('<SENprovision/><SENneeds/>'));
    expect(of('sen-provision')).toEqual([]);
    expect(of('sen-need')).toEqual([]);
  });
});

describe('care', () => {
  it.each(['PLAA', 'PostLookedAfterArrangements', 'AdoptedFromCare'])('is read from %s', async (name) => {
    const { of } = await parsePupil(characteristics(`<${name}>G</${name}>`));
    expect(of('looked-after')).toMatchObject([{ key: `${PUPIL_KEY}|`, postLookedAfter: 'G' }]);
  });

  it('is read from InCare', async () => {
    const { of } = await parsePupil(characteristics('<PLAA>N</PLAA><InCare>true</InCare>'));
    expect(of('looked-after')).toMatchObject([{ inCare: true, postLookedAfter: 'N' }]);
    expect((await parsePupil(characteristics('<PLAA/>'))).of('looked-after')).toEqual([]);
  });

  it('keeps the second of two names', async () => {
    const { of, issues } = await parsePupil(
      characteristics('<PLAA>A</PLAA><AdoptedFromCare>G</AdoptedFromCare>'),
    );
    expect(of('looked-after')).toMatchObject([{ postLookedAfter: 'A' }]);
    expect(of('pupil')[0]?.extensions).toEqual({ PupilCharacteristics: { AdoptedFromCare: 'G' } });
    expect(issues).toMatchObject([{ code: 'census-element-repeated' }]);
  });
});

describe('service children', () => {
  it.each([
    ['Y', 'Y', undefined],
    ['U', 'U', undefined],
    ['true', 'Y', { indicator: 'true' }],
    ['0', 'N', { indicator: '0' }],
  ])('are read: %s', async (text, indicator, sent) => {
    const { of } = await parsePupil(characteristics(`<ServiceChild>${text}</ServiceChild>`));
    expect(of('service-child')).toHaveLength(1);
    expect(of('service-child')[0]).toMatchObject({ indicator });
    expect(of('service-child')[0]?.sent).toEqual(sent);
  });

  it('are not made of an empty element', async () => {
    expect((await parsePupil(characteristics('<ServiceChild/>'))).of('service-child')).toEqual([]);
  });
});
