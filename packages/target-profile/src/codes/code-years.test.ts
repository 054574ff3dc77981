import { addDays } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOfRequirement, nccisCodeYears, requirementYearOf } from './code-years.js';

describe('requirementYearOf', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2024-02-29', 2023],
  ])('%s is in the year from April %i', (date, year) => {
    expect(requirementYearOf(date)).toBe(year);
  });

  it.each(['', '2026', '2026-02-30', '31/03/2026'])('refuses %j', (date) => {
    expect(() => requirementYearOf(date)).toThrow(RangeError);
  });

  it('gives the year whose days hold the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4300 }), (days) => {
        const date = addDays('2015-04-01', days);
        const year = nccisCodeYears.find((one) => one.year === requirementYearOf(date));
        expect(year!.from <= date && date <= year!.to).toBe(true);
      }),
    );
  });
});

describe('nccisCodeYears', () => {
  it('has each year once, without gaps', () => {
    nccisCodeYears.slice(1).forEach((year, i) => {
      expect(year.from).toBe(addDays(nccisCodeYears[i]!.to, 1));
    });
    expect(nccisCodeYears[0]).toMatchObject({ year: 2015, title: '2015-16', source: expect.any(String) });
  });

  it('marks the years whose lists nobody read', () => {
    expect(nccisCodeYears.filter((year) => !year.unconfirmed).map(({ year }) => year)).toEqual([
      2015, 2018, 2019,
    ]);
    expect(nccisCodeYears.at(-1)).toEqual({
      year: 2026,
      title: '2026-27',
      from: '2026-04-01',
      to: '2027-03-31',
      unconfirmed: true,
    });
  });
});

describe('firstDayOfRequirement', () => {
  it('is 1 April', () => expect(firstDayOfRequirement(2026)).toBe('2026-04-01'));

  it.each([0, 26, 2026.5, Number.NaN])('refuses %d', (year) => {
    expect(() => firstDayOfRequirement(year)).toThrow(RangeError);
  });
});
