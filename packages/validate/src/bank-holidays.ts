import { addDays, isoWeekday } from '@rollbook/model';

/** Easter Sunday of a year of the Gregorian calendar, `YYYY-MM-DD`, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function dayOf(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The first Monday on or after a day. */
function mondayFrom(date: string): string {
  return addDays(date, (8 - isoWeekday(date)) % 7);
}

/** The day, or the Monday after it when it is on a weekend. */
function orMonday(date: string): string {
  return isoWeekday(date) > 5 ? mondayFrom(date) : date;
}

/** Christmas and Boxing Day; what falls on a weekend moves behind both. */
function christmas(year: number): [string, string] {
  const day = dayOf(year, 12, 25);
  const weekday = isoWeekday(day);
  // Friday, Saturday and Sunday leave one or both of them without a weekday of their own
  if (weekday === 5) return [day, dayOf(year, 12, 28)];
  if (weekday === 6) return [dayOf(year, 12, 27), dayOf(year, 12, 28)];
  if (weekday === 7) return [dayOf(year, 12, 27), dayOf(year, 12, 26)];
  return [day, dayOf(year, 12, 26)];
}

/** Days that stood in place of the ordinary one in a single year, by royal proclamation. */
const MOVED: Readonly<Record<string, string>> = {
  '1995-05-01': '1995-05-08',
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};

/** Days added in a single year. */
const ADDED: readonly string[] = [
  '1999-12-31',
  '2002-06-03',
  '2011-04-29',
  '2012-06-05',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
];

/**
 * The bank holidays of England in a year, substitute days in place of what falls on a weekend, in order, as
 * `YYYY-MM-DD`. As the Banking and Financial Dealings Act 1971 and proclamations have them, so from 1978; before
 * that the list is as it would be today.
 */
export function bankHolidaysOf(year: number): readonly string[] {
  const easter = easterSunday(year);
  const days = [
    orMonday(dayOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(dayOf(year, 5, 1)),
    mondayFrom(dayOf(year, 5, 25)),
    mondayFrom(dayOf(year, 8, 25)),
    ...christmas(year),
  ].map((date) => MOVED[date] ?? date);
  const prefix = dayOf(year, 1, 1).slice(0, 5);
  return [...days, ...ADDED.filter((date) => date.startsWith(prefix))].sort();
}

const byYear = new Map<string, ReadonlySet<string>>();

/** True when a day of the calendar, `YYYY-MM-DD`, is a bank holiday in England. */
export function isBankHoliday(date: string): boolean {
  const year = date.slice(0, 4);
  let days = byYear.get(year);
  if (days === undefined) byYear.set(year, (days = new Set(bankHolidaysOf(Number(year)))));
  return days.has(date);
}
