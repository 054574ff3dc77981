import { isoWeekday } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidaysOf, easterSunday, isBankHoliday } from './bank-holidays.js';

describe('easterSunday', () => {
  it.each([
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])('is %s', (date) => expect(easterSunday(Number(date.slice(0, 4)))).toBe(date));

  it('is a Sunday from 22 March to 25 April of every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const date = easterSunday(year);
        return isoWeekday(date) === 7 && date.slice(5) >= '03-22' && date.slice(5) <= '04-25';
      }),
    );
  });
});

describe('bankHolidaysOf', () => {
  it.each([
    [1995, '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26'],
    [1999, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31'],
    [2002, '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26'],
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ])('has those of %s', (year, days) =>
    expect(bankHolidaysOf(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`)),
  );

  it('has eight weekdays or more in every year, none of them twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2400 }), (year) => {
        const days = bankHolidaysOf(year);
        return (
          days.length >= 8 &&
          new Set(days).size === days.length &&
          days.every((date) => isoWeekday(date) < 6 && isBankHoliday(date))
        );
      }),
    );
  });
});
