import { epochDay, isoWeekday } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { firstDayOfYear, isoDay } from './days.js';
import { easterSunday, schoolDays, schoolDaysBetween, schoolYear, termOf } from './school-calendar.js';

const years = Array.from({ length: 78 }, (_, index) => 2013 + index);

describe('schoolDays', () => {
  it.each(years)('has its weekdays in %i, from the first day of term to the end of July', (year) => {
    const days = schoolDays(year);
    expect(new Set(days).size).toBe(year === 2022 ? 188 : 190);
    expect(days).toHaveLength(year === 2022 ? 188 : 190);
    expect([...days].sort()).toEqual(days);
    for (const day of days) expect(isoWeekday(day)).toBeLessThan(6);
    expect(days[0]).toBe(isoDay(firstDayOfYear(year)));
    expect(days.at(-1)! >= `${year + 1}-07-15`).toBe(true);
    expect(days.at(-1)! <= `${year + 1}-07-28`).toBe(true);
    const inset = schoolYear(year).insetDays.map(isoDay);
    expect(new Set(inset).size).toBe(5);
    for (const day of inset) {
      expect(isoWeekday(day)).toBeLessThan(6);
      expect(days).not.toContain(day);
    }
  });

  it('keeps the holidays of 2025/26', () => {
    const days = schoolDays(2025);
    const closed = [
      '2025-10-27', // autumn half term
      '2025-10-31',
      '2025-12-22', // Christmas
      '2026-01-01',
      '2026-01-02',
      '2026-02-16', // spring half term
      '2026-04-03', // Good Friday
      '2026-04-06', // Easter Monday
      '2026-05-04', // early May bank holiday
      '2026-05-25', // spring bank holiday
    ];
    for (const day of closed) expect(days).not.toContain(day);
    for (const day of ['2025-10-24', '2025-12-19', '2026-03-27', '2026-05-05', '2026-05-22']) {
      expect(days).toContain(day);
    }
  });

  it.each([
    [2019, '2020-05-08', '2020-05-04'],
    [2022, '2023-05-08', '2023-05-09'],
    [2022, '2022-09-19', '2022-09-20'],
    [2021, '2022-01-03', '2022-05-03'],
  ])('knows the bank holidays that were moved or added in %i: %s', (year, closed, open) => {
    expect(schoolDays(year)).not.toContain(closed);
    expect(schoolDays(year)).toContain(open);
  });

  it.each(['2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'])(
    'puts Easter on %s',
    (date) => expect(isoDay(easterSunday(Number(date.slice(0, 4))))).toBe(date),
  );

  it('gives the part of it that lies between two days, by school year', () => {
    const found = schoolDaysBetween(epochDay('2026-07-13'), epochDay('2026-09-04'));
    expect(found.map(({ year }) => year.academicYear)).toEqual([2025, 2026]);
    expect(found[1]!.days.map(isoDay)).toEqual(['2026-09-02', '2026-09-03', '2026-09-04']);
    expect(schoolDaysBetween(epochDay('2026-08-01'), epochDay('2026-08-31'))).toEqual([]);
  });

  it('tells the terms apart', () => {
    const term = (date: string) => termOf(epochDay(date), schoolYear(2025));
    expect(
      ['2025-09-03', '2025-12-19', '2026-01-06', '2026-03-27', '2026-04-14', '2026-07-20'].map(term),
    ).toEqual(['AUT', 'AUT', 'SPR', 'SPR', 'SUM', 'SUM']);
  });
});
