import { summerHalfTerm2Period, termlyPeriod } from '@rollbook/parser-school-census';
import { describe, expect, it } from 'vitest';
import {
  attendanceSpans,
  censusDay,
  easterSunday,
  exclusionPeriod,
  nextRound,
  springBankHoliday,
} from './calendar.js';

describe('calendar of the census', () => {
  it.each([
    [2018, 'SPR', '2018-01-18'],
    [2020, 'AUT', '2020-10-01'],
    [2024, 'AUT', '2024-10-03'],
    [2025, 'SPR', '2025-01-16'],
    [2025, 'SUM', '2025-05-15'],
  ] as const)('has census day of %i %s on %s', (year, term, day) => {
    expect(censusDay({ year, term })).toBe(day);
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('has Easter of %i on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('has the spring bank holiday on the last Monday in May', () => {
    expect(springBankHoliday(2024)).toBe('2024-05-27');
    expect(springBankHoliday(2027)).toBe('2027-05-31');
  });

  it.each([
    ['2026-11-20', { year: 2027, term: 'SPR' }],
    ['2027-01-21', { year: 2027, term: 'SPR' }],
    ['2027-01-22', { year: 2027, term: 'SUM' }],
    ['2027-09-01', { year: 2027, term: 'AUT' }],
  ])('has the collection after %s', (date, round) => {
    expect(nextRound(date)).toEqual(round);
  });

  // the parser has them by another way of reckoning
  it('has the same spans of attendance as the parser, for every year', () => {
    for (let year = 2012; year <= 2100; year++) {
      for (const term of ['AUT', 'SPR', 'SUM'] as const) {
        const round = { year, term };
        const [first, second] = attendanceSpans(round);
        const { academicYear, term: of, startDate, endDate } = termlyPeriod(round);
        expect(first).toMatchObject({ academicYear, term: of });
        if (startDate !== undefined) expect(first).toMatchObject({ from: startDate, to: endDate });
        if (term !== 'AUT') expect(second).toBeUndefined();
        else {
          const half = summerHalfTerm2Period(round);
          expect(second).toMatchObject({
            academicYear: half.academicYear,
            from: half.startDate,
            to: half.endDate,
          });
        }
      }
    }
  });

  it('asks for exclusions of two terms', () => {
    expect(exclusionPeriod({ year: 2025, term: 'SPR' })).toEqual({ from: '2024-04-01', to: '2024-12-31' });
    expect(exclusionPeriod({ year: 2025, term: 'SUM' })).toEqual({ from: '2024-08-01', to: '2025-04-20' });
    expect(exclusionPeriod({ year: 2025, term: 'AUT' })).toEqual({ from: '2025-01-01', to: '2025-07-31' });
  });
});
