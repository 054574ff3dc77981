import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageAtStartOfYear, expectedAge, yearGroupForBirthDate, yearGroups } from './year-groups.js';

describe('expectedAge', () => {
  it.each([
    ['N1', 2],
    ['N2', 3],
    ['R', 4],
    ['1', 5],
    ['11', 15],
    ['14', 18],
  ])('year group %s is for pupils aged %i on 31 August before', (yearGroup, age) => {
    expect(expectedAge(yearGroup)).toEqual({ min: age, max: age });
  });

  it('has every age for X and none for what is no year group', () => {
    expect(expectedAge('X')).toEqual({ min: 0, max: 18 });
    expect(expectedAge('15')).toBeUndefined();
    expect(expectedAge('r')).toBeUndefined();
  });
});

describe('yearGroupForBirthDate', () => {
  it('cuts between 31 August and 1 September', () => {
    expect(yearGroupForBirthDate('2022-08-31', 2026)).toBe('R');
    expect(yearGroupForBirthDate('2022-09-01', 2026)).toBe('N2');
    expect(yearGroupForBirthDate('2021-09-01', 2026)).toBe('R');
    expect(yearGroupForBirthDate('2010-09-01', 2026)).toBe('11');
  });

  it('takes leap days', () => {
    expect(yearGroupForBirthDate('2020-02-29', 2026)).toBe('2');
  });

  it('has no year group for someone too old, not yet born, or without a date', () => {
    expect(yearGroupForBirthDate('2007-08-31', 2026)).toBeUndefined();
    expect(yearGroupForBirthDate('2026-09-01', 2026)).toBeUndefined();
    expect(yearGroupForBirthDate('31/08/2022', 2026)).toBeUndefined();
    expect(ageAtStartOfYear('2026-09-01', 2026)).toBe(-1);
  });

  it('agrees with expectedAge for every birth date of school age', () => {
    const birthDate = fc
      .date({
        min: new Date('2008-09-01T00:00:00Z'),
        max: new Date('2024-08-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(birthDate, (date) => {
        const yearGroup = yearGroupForBirthDate(date, 2026);
        expect(yearGroup).toBeDefined();
        expect(expectedAge(yearGroup as string)?.min).toBe(ageAtStartOfYear(date, 2026));
      }),
    );
  });

  it('moves a pupil up one year group a year', () => {
    const order = yearGroups.codes;
    for (let year = 2020; year < 2034; year += 1) {
      const now = yearGroupForBirthDate('2016-05-10', year);
      const next = yearGroupForBirthDate('2016-05-10', year + 1);
      expect(order.indexOf(next as never)).toBe(order.indexOf(now as never) + 1);
    }
  });
});
