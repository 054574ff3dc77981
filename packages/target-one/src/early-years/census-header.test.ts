import { describe, expect, it } from 'vitest';
import { earlyYearsCensusFileName, earlyYearsHeaderSchema } from './census-header.js';
import { childNames, countNames, namesOf, staffNames } from './census-names.js';
import { aHeader } from './early-years.test-support.js';

describe('the file’s name', () => {
  it('has authority, term, year and number, and no space', () => {
    expect(earlyYearsCensusFileName(aHeader)).toBe('920_EYC_SPR_2026_001.xml');
    expect(earlyYearsCensusFileName({ ...aHeader, term: 'AUT', serial: 27 }, 'csv')).toBe(
      '920_EYC_AUT_2026_027.csv',
    );
  });

  it('is refused for parts that can’t stand in it', () => {
    expect(() => earlyYearsCensusFileName({ ...aHeader, la: '9 0' })).toThrow(RangeError);
    expect(() => earlyYearsCensusFileName({ ...aHeader, serial: 1000 })).toThrow(RangeError);
    expect(() => earlyYearsCensusFileName({ ...aHeader, serial: 0 })).toThrow(RangeError);
  });
});

it('a header has a day and a time', () => {
  expect(earlyYearsHeaderSchema.safeParse(aHeader).success).toBe(true);
  expect(earlyYearsHeaderSchema.safeParse({ ...aHeader, referenceDate: '2026-02-30' }).success).toBe(false);
  expect(earlyYearsHeaderSchema.safeParse({ ...aHeader, created: '2026-01-20' }).success).toBe(false);
});

describe('names', () => {
  it('have the numbers of public sources', () => {
    expect(countNames.under1).toEqual({ name: 'EYUnder1s', cbds: 'N00816', state: 'confirmed' });
    expect(countNames.age1.cbds).toBe('N00817');
    expect(staffNames.earlyYearsEyts).toEqual({ name: 'EYEYTS', cbds: '200674', state: 'confirmed' });
    expect(childNames.expandedHours.cbds).toBe('N00787');
    expect(childNames.fundedWeeks.state).toBe('unconfirmed');
  });

  it('are each used once at a level', () => {
    for (const names of [childNames, countNames, staffNames]) {
      const all = Object.values(names).map(({ name }) => name.toLowerCase());
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('give way to a council’s own', () => {
    const own = namesOf('child', childNames, { 'child.sex': 'LegalSex' }).find(
      ({ field }) => field === 'sex',
    );
    expect(own).toEqual({ field: 'sex', name: 'LegalSex', state: 'confirmed' });
  });
});
