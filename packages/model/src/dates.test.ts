import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  academicYearOf,
  addDays,
  ageOn,
  daysInMonth,
  epochDay,
  formatIsoDate,
  isIsoDate,
  isoWeekday,
} from './dates.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '2026-1-01',
    '2026-01-01T00:00',
    '2026/01-01',
    '2026-01/01',
    '2O26-01-01',
    '2026-O1-01',
    '2026-01-O1',
    // '/' and ':' stand beside the digits in ASCII; taken for -1 and 10 these would be days
    '2026-1/-15',
    '2026-0:-15',
    '20260101',
    '',
  ])('%j is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => epochDay(text)).toThrow(RangeError);
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const later = addDays(date, days);
        expect(epochDay(later) - epochDay(date)).toBe(days);
        expect(isIsoDate(later)).toBe(true);
        expect(isoWeekday(date)).toBe(new Date(date).getUTCDay() || 7);
      }),
    );
  });

  it('makes only days that exist', () => {
    expect(formatIsoDate(2026, 2, 29)).toBeUndefined();
    expect(formatIsoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(formatIsoDate(987, 6, 5)).toBe('0987-06-05');
    expect(daysInMonth(2026, 13)).toBe(0);
  });

  it('starts the academic year on 1 September', () => {
    expect(academicYearOf('2026-08-31')).toBe(2025);
    expect(academicYearOf('2026-09-01')).toBe(2026);
  });

  it('counts whole years of age', () => {
    expect(ageOn('2015-09-01', '2026-08-31')).toBe(10);
    expect(ageOn('2015-09-01', '2026-09-01')).toBe(11);
    expect(ageOn('2016-02-29', '2026-02-28')).toBe(9);
    expect(ageOn('2026-09-01', '2026-01-01')).toBe(-1);
  });
});
