import { canonicalRecordSchema } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOfChild } from './child-records.js';
import { childrenOfPupil, collectBySetting } from './children-of-pupil.js';
import { isFunded } from './child.js';
import { aChild, anyReturns, aTargetPupil, provenance, spring2026 } from './early-years.test-support.js';

const wren = {
  upn: 'T920100124001',
  surname: 'Ashgrove',
  forename: 'Wren',
  birthDate: '2022-06-14',
  sex: 'F',
  address: { lines: ['1 Mill Lane', 'Testham'], postcode: 'ZZ1 1ZZ' },
};
const funding = { kind: 'early-years-funding', provider: '500001', fundedHours: 15, hoursAtSetting: 20 };

describe('a pupil’s places', () => {
  it('are one for each funding of the term, with what its extensions hold', () => {
    const { children, issues, notPresent } = childrenOfPupil(
      aTargetPupil({ ...wren, formerSurnames: ['Fell'] }, [
        {
          ...funding,
          term: 'SPR',
          weeksPerYear: 38,
          basis: 'ECO',
          eypp: true,
          disabilityAccessFund: false,
          extensions: { EYPPBF: 'EE', FundingBasis: 'LAA', ExpandedEntitlementWeeks: '51' },
        },
        { ...funding, provider: '500002', startDate: '2026-01-05', endDate: '2026-03-27' },
      ]),
      spring2026,
    );
    expect(issues).toEqual([]);
    expect(notPresent).toBe(0);
    expect(children).toEqual([
      {
        urn: '500001',
        child: {
          ...wren,
          formerSurname: 'Fell',
          fundedHours: 15,
          hoursAtSetting: 20,
          fundedWeeks: 38,
          expandedWeeks: 51,
          eypp: true,
          eyppBasis: 'EE',
          dafIndicator: false,
          fundingBases: ['ECO', 'LAA'],
        },
      },
      { urn: '500002', child: { ...wren, formerSurname: 'Fell', fundedHours: 15, hoursAtSetting: 20 } },
    ]);
  });

  it('leave out funding that doesn’t run on the census day, of another term, and of who wasn’t there', () => {
    const places = (changes: Record<string, unknown>): number =>
      childrenOfPupil(aTargetPupil(wren, [{ ...funding, ...changes }]), spring2026).children.length;
    expect(places({ startDate: '2026-01-15', endDate: '2026-01-15' })).toBe(1);
    expect(places({ startDate: '2026-01-16' })).toBe(0);
    expect(places({ endDate: '2026-01-14' })).toBe(0);
    expect(places({ term: 'AUT' })).toBe(0);
    expect(places({ extensions: { presentInCensusWeek: true } })).toBe(1);
    const absent = aTargetPupil(wren, [{ ...funding, extensions: { presentInCensusWeek: false } }]);
    expect(childrenOfPupil(absent, spring2026)).toEqual({
      children: [],
      issues: [],
      notPresent: 1,
      addressWithheld: false,
    });
  });

  it('have the SEN provision of the census day', () => {
    const pupil = aTargetPupil(wren, [
      { kind: 'sen-provision', provision: 'E', startDate: '2026-01-16' },
      { kind: 'sen-provision', provision: 'K', startDate: '2025-09-01' },
      { kind: 'sen-provision', provision: 'N', endDate: '2025-08-31' },
      funding,
    ]);
    expect(childrenOfPupil(pupil, spring2026).children[0]?.child.senProvision).toBe('K');
  });

  it('have no address where it is withheld', () => {
    const pupil = aTargetPupil(wren, [funding]);
    const { children, addressWithheld } = childrenOfPupil(pupil, spring2026, { withholdAddress: () => true });
    expect(addressWithheld).toBe(true);
    expect(children[0]?.child).not.toHaveProperty('address');
  });

  it('name no setting with an issue about the record', () => {
    const { children, issues } = childrenOfPupil(
      aTargetPupil(wren, [{ kind: 'early-years-funding', fundedHours: 15 }]),
      spring2026,
    );
    expect(children).toEqual([]);
    expect(issues).toMatchObject([
      { code: 'early-years-provider-missing', field: 'provider', record: { kind: 'early-years-funding' } },
    ]);
  });
});

describe('sorting under settings', () => {
  it('finds a setting by the authority’s URN or Ofsted’s, and tells of others', async () => {
    const issues: Issue[] = [];
    const at = (provider: string, forename: string): ReturnType<typeof aTargetPupil> => ({
      ...aTargetPupil({ ...wren, forename }, [{ ...funding, provider }]),
      school: '9201001',
    });
    const collected = await collectBySetting(
      [at('500001', 'Wren'), at('2500002', 'Rowan'), at('500003', 'Ivo'), at('9201001', 'Una')],
      [{ urn: '500001', ofstedUrn: '2500001' }, { urn: '500002', ofstedUrn: '2500002' }, { urn: '500009' }],
      spring2026,
      { onIssue: (issue) => issues.push(issue) },
    );
    expect(collected).toMatchObject({ pupils: 4, notPresent: 0, unplaced: 1, atSchools: 1 });
    expect(
      collected.returns.map(({ setting, children }) => [
        setting.urn,
        children.map(({ forename }) => forename),
      ]),
    ).toEqual([
      ['500001', ['Wren']],
      ['500002', ['Rowan']],
      ['500009', []],
    ]);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['early-years-provider-unknown', '500003'],
    ]);
  });
});

describe('two settings of one URN', () => {
  it('are the caller’s mistake', async () => {
    await expect(collectBySetting([], [{ urn: '500001' }, { urn: '500001' }], spring2026)).rejects.toThrow(
      RangeError,
    );
  });
});

describe('records of a child', () => {
  it('are a pupil, its funding and its SEN provision', () => {
    const records = recordsOfChild({
      urn: '500001',
      child: aChild({ upn: 'T920100124001', senProvision: 'K', extendedHours: 5, extendedWeeks: 38 }),
      provenance,
      term: 'SPR',
    });
    expect(records?.map(({ kind, key }) => [kind, key])).toEqual([
      ['pupil', 'upn:T920100124001'],
      ['early-years-funding', 'upn:T920100124001|500001|SPR|'],
      ['sen-provision', 'upn:T920100124001||K'],
    ]);
    expect(records?.[1]).toMatchObject({ provider: '500001', fundedHours: 15, weeksPerYear: 38 });
  });

  it('are none for a child whom nothing tells from others', () => {
    expect(recordsOfChild({ urn: '500001', child: { fundedHours: 5 }, provenance })).toBeUndefined();
  });

  it('give the child back', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        for (const { setting, children } of returns) {
          for (const child of children.filter(isFunded)) {
            const records = recordsOfChild({ urn: setting.urn, child, provenance, childRef: '7' }) ?? [];
            const [pupil, ...others] = records;
            // A date that is none is no date of a record: readers leave it out.
            const birthDate = child.birthDate?.includes('/') ? undefined : child.birthDate;
            if (birthDate === child.birthDate) {
              for (const record of records)
                expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
            }
            if (pupil?.kind !== 'pupil') throw new Error('no pupil');
            const back = childrenOfPupil(
              { school: null, key: pupil.key, pupil, records: others, guid: null, contactGuids: new Map() },
              spring2026,
            );
            expect(back.children).toEqual([{ urn: setting.urn, child }]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
