import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

describe('mapFsmHistory', () => {
  it('puts the review date to the spell that is open', async () => {
    const { of } = await parsePupil(
      `<FSMhistory><FSMreviewDate>2026-03-31</FSMreviewDate>
       <FSMinstance><FSMstartDate>2023-01-09</FSMstartDate></FSMinstance>
       <FSMinstance><FSMstartDate>2024-01-09</FSMstartDate><FSMendDate>2024-02-01</FSMendDate></FSMinstance></FSMhistory>`,
    );
    expect(of('fsm-spell').map(({ startDate, reviewDate }) => [startDate, reviewDate])).toEqual([
      ['2023-01-09', '2026-03-31'],
      ['2024-01-09', undefined],
    ]);
  });

  it('keeps a review date without a spell', async () => {
    const { of } = await parsePupil('<FSMhistory><FSMreviewDate>2026-03-31</FSMreviewDate></FSMhistory>');
    expect(of('pupil')[0]?.extensions).toEqual({ FSMhistory: { FSMreviewDate: '2026-03-31' } });
  });

  it('keeps the items of CTF 26 with the spell', async () => {
    const { of, issues } = await parsePupil(
      `<FSMhistory><FSMinstance><FSMstartDate>2025-09-01</FSMstartDate>
       <FSMEligibilityVerificationDate>2026-06-01</FSMEligibilityVerificationDate><FSMCategory>TFSM</FSMCategory></FSMinstance></FSMhistory>`,
    );
    expect(of('fsm-spell')[0]?.extensions).toEqual({
      FSMEligibilityVerificationDate: '2026-06-01',
      FSMCategory: 'TFSM',
    });
    expect(issues).toEqual([]);
  });

  it('makes a spell with a start that can not be read unreadable', async () => {
    const { of, issues } = await parsePupil(
      '<FSMhistory><FSMinstance><FSMstartDate>soon</FSMstartDate><FSMendDate>2024-02-01</FSMendDate></FSMinstance></FSMhistory>',
    );
    expect(of('fsm-spell')).toEqual([]);
    const [record] = of('unreadable');
    expect(record).toMatchObject({
      key: `${PUPIL_KEY}|fsm-spell|1`,
      intended: 'fsm-spell',
      raw: { FSMstartDate: 'soon', FSMendDate: '2024-02-01' },
    });
    expect(issues.map(({ code, record: about }) => [code, about?.kind])).toEqual([
      ['ctf-date-unreadable', 'unreadable'],
      ['ctf-record-unreadable', 'unreadable'],
    ]);
  });

  it('takes a spell without a start and says so', async () => {
    const { of, issues } = await parsePupil(
      '<FSMhistory><FSMinstance><FSMendDate>2024-02-01</FSMendDate></FSMinstance></FSMhistory>',
    );
    expect(of('fsm-spell')).toMatchObject([{ endDate: '2024-02-01' }]);
    expect(issues).toMatchObject([{ code: 'ctf-start-date-missing', severity: 'query' }]);
  });
});

describe('mapLookedAfter', () => {
  it('reads care and authority', async () => {
    const { of } = await parsePupil(
      '<LookedAfter><InCare>false</InCare><CareAuthority>856</CareAuthority></LookedAfter>',
    );
    expect(of('looked-after')).toMatchObject([{ key: `${PUPIL_KEY}|`, inCare: false, careAuthority: '856' }]);
  });

  it('says nothing of an empty container', async () => {
    const { records } = await parsePupil('<LookedAfter/>');
    expect(records.map(({ kind }) => kind)).toEqual(['school', 'pupil']);
  });
});

describe('mapServiceChild', () => {
  it.each([
    ['<ServiceChild>Y</ServiceChild>', 'Y'],
    ['<BasicDetails><ServiceChild>true</ServiceChild></BasicDetails>', 'Y'],
    ['<ServiceChild>0</ServiceChild>', 'N'],
    ['<ServiceChild>R</ServiceChild>', 'R'],
  ])('reads %s', async (xml, indicator) => {
    const { of } = await parsePupil(xml);
    expect(of('service-child')).toMatchObject([{ indicator }]);
  });

  it('keeps a container of an unknown form', async () => {
    const { of } = await parsePupil('<ServiceChild><Concern>move</Concern></ServiceChild>');
    expect(of('service-child')).toEqual([]);
    expect(of('pupil')[0]?.extensions).toEqual({ ServiceChild: { Concern: 'move' } });
  });
});

describe('mapPupilPremium', () => {
  it.each([
    ['<PupilPremium>true</PupilPremium>', { eligible: true }],
    ['<PupilPremium>DPP</PupilPremium>', { reason: 'DPP' }],
    [
      '<PupilPremium><StartDate>2025-04-01</StartDate><Eligible>true</Eligible><FTE>0.5</FTE></PupilPremium>',
      { startDate: '2025-04-01', eligible: true, fte: 0.5 },
    ],
  ])('reads %s', async (xml, expected) => {
    const { of } = await parsePupil(xml);
    expect(of('pupil-premium')).toMatchObject([expected]);
  });
});
