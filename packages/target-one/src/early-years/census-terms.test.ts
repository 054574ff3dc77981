import { describe, expect, it } from 'vitest';
import { birthDateRanges, earlyYearsTerm, earlyYearsTerms, placeByAge } from './census-terms.js';

describe('terms', () => {
  it('gives the day that a source names', () => {
    expect(earlyYearsTerm('SPR', 2026)).toEqual({ code: 'SPR', year: 2026, referenceDate: '2026-01-15' });
  });

  it('works other days out by the rule of the school census, unconfirmed', () => {
    expect(earlyYearsTerm('SUM', 2026)).toEqual({
      code: 'SUM',
      year: 2026,
      referenceDate: '2026-05-21',
      unconfirmed: true,
    });
    expect(earlyYearsTerm('AUT', 2026).referenceDate).toBe('2026-10-01');
    expect(earlyYearsTerm('SPR', 2027).referenceDate).toBe('2027-01-21');
  });

  it('names no day that isn’t the third Thursday of January', () => {
    for (const { code, referenceDate } of earlyYearsTerms) {
      expect(code).toBe('SPR');
      expect(new Date(`${referenceDate}T00:00:00Z`).getUTCDay()).toBe(4);
      expect(referenceDate.slice(5)).toMatch(/^01-(1[5-9]|2[01])$/);
    }
  });

  it('has no collection in summer and autumn before 2026', () => {
    expect(() => earlyYearsTerm('SUM', 2025)).toThrow(RangeError);
    expect(() => earlyYearsTerm('AUT', 2025)).toThrow(RangeError);
    expect(earlyYearsTerm('SPR', 2025).referenceDate).toBe('2025-01-16');
    expect(() => earlyYearsTerm('SPR', 26)).toThrow(RangeError);
  });
});

describe('dates of birth', () => {
  it('are those that are published for spring 2026', () => {
    expect(birthDateRanges({ code: 'SPR', year: 2026 })).toEqual([
      { age: 4, from: '2021-01-01', to: '2021-12-31' },
      { age: 3, from: '2022-01-01', to: '2022-12-31' },
      { age: 2, from: '2023-01-01', to: '2023-12-31' },
      { age: 1, from: '2024-01-01', to: '2024-12-31' },
      { age: 0, from: '2025-01-01', to: '2025-03-31' },
    ]);
  });

  it('are those that are published for spring 2025', () => {
    const ranges = birthDateRanges({ code: 'SPR', year: 2025 });
    expect(ranges[0]).toEqual({ age: 4, from: '2020-01-01', to: '2020-12-31' });
    expect(ranges[4]).toEqual({ age: 0, from: '2024-01-01', to: '2024-03-31' });
  });

  it('follow from the terms in summer and autumn', () => {
    expect(birthDateRanges({ code: 'SUM', year: 2026 })).toEqual([
      { age: 4, from: '2021-04-01', to: '2022-03-31' },
      { age: 3, from: '2022-04-01', to: '2023-03-31' },
      { age: 2, from: '2023-04-01', to: '2024-03-31' },
      { age: 1, from: '2024-04-01', to: '2025-03-31' },
      { age: 0, from: '2025-04-01', to: '2025-06-30' },
    ]);
    const autumn = birthDateRanges({ code: 'AUT', year: 2026 });
    expect(autumn[0]).toEqual({ age: 4, from: '2021-09-01', to: '2022-08-31' });
    expect(autumn[4]).toEqual({ age: 0, from: '2025-09-01', to: '2025-11-30' });
  });

  it('and the placing of one child agree on each first and last day', () => {
    for (const code of ['SPR', 'SUM', 'AUT'] as const) {
      const term = { code, year: 2028 };
      for (const { age, from, to } of birthDateRanges(term)) {
        expect(placeByAge(from, term)).toEqual({ status: 'in', age });
        expect(placeByAge(to, term)).toEqual({ status: 'in', age });
      }
    }
  });

  it('place a child by its age before the term, not on the census day', () => {
    const term = earlyYearsTerm('SPR', 2026);
    // three on the census day, 15 January 2026, but two on 31 December 2025
    expect(placeByAge('2023-01-15', term)).toEqual({ status: 'in', age: 2 });
    expect(placeByAge('2022-12-31', term)).toEqual({ status: 'in', age: 3 });
    expect(placeByAge('2025-03-31', term)).toEqual({ status: 'in', age: 0 });
    expect(placeByAge('2025-04-01', term)).toEqual({ status: 'too-young' });
    expect(placeByAge('2021-01-01', term)).toEqual({ status: 'in', age: 4 });
    expect(placeByAge('2020-12-31', term)).toEqual({ status: 'too-old' });
  });

  it('place nobody without a day of the calendar', () => {
    const term = earlyYearsTerm('SPR', 2026);
    expect(placeByAge(undefined, term)).toEqual({ status: 'unreadable' });
    expect(placeByAge('2023-02-30', term)).toEqual({ status: 'unreadable' });
  });
});
