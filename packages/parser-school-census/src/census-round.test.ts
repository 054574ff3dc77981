import { describe, expect, it } from 'vitest';
import {
  academicYearOfRound,
  annualPeriod,
  easterSunday,
  readTerm,
  springBankHoliday,
  summerHalfTerm2Period,
  termlyPeriod,
} from './census-round.js';

describe('readTerm', () => {
  it.each([
    ['AUT', 'AUT'],
    [' spring ', 'SPR'],
    ['Sum', 'SUM'],
    ['601', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, term) => {
    expect(readTerm(text)).toBe(term);
  });
});

describe('easterSunday', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2016, '2016-03-27'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('is in %i on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('periods of attendance', () => {
  it('are the term before the collection', () => {
    expect(termlyPeriod({ year: 2025, term: 'SPR' })).toEqual({ academicYear: 2024, term: 'AUT' });
    expect(termlyPeriod({ year: 2025, term: 'SUM' })).toEqual({ academicYear: 2024, term: 'SPR' });
  });

  it('are the two halves of the summer term in autumn, without a gap', () => {
    const round = { year: 2025, term: 'AUT' } as const;
    expect(termlyPeriod(round)).toEqual({
      academicYear: 2024,
      term: 'SUM',
      startDate: '2025-04-21',
      endDate: '2025-05-25',
    });
    expect(summerHalfTerm2Period(round)).toEqual({
      academicYear: 2024,
      term: 'SUM',
      startDate: '2025-05-26',
      endDate: '2025-07-31',
    });
    expect(springBankHoliday(2027)).toBe('2027-05-31');
  });

  it('are the school year that ended, for special schools of old', () => {
    expect(annualPeriod({ year: 2015, term: 'AUT' })).toEqual({ academicYear: 2014 });
    expect(academicYearOfRound({ year: 2016, term: 'SUM' })).toBe(2015);
  });

  it('are open when the collection is not known', () => {
    expect(termlyPeriod({})).toEqual({});
    expect(termlyPeriod({ year: 2025 })).toEqual({});
    expect(summerHalfTerm2Period({})).toEqual({ term: 'SUM' });
    expect(annualPeriod({ year: 2015 })).toEqual({});
  });
});
