/** Calendar days as ISO strings. No time zones: a day in a school's file is a day in England. */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month, `month` 1 to 12; 0 for any other. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** True for `YYYY-MM-DD` that names a day of the calendar. */
export function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // What is no month has no days
  return year > 0 && day > 0 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD`, or undefined when there is no such day. `month` is 1 to 12. */
export function formatIsoDate(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}

/** Days since 1 January 1970 of an ISO date. @throws RangeError when it is none. */
export function epochDay(date: string): number {
  if (!isIsoDate(date)) throw new RangeError('not an ISO date');
  return Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / 86_400_000;
}

/** The ISO date `days` after `date`. @throws RangeError when `date` is none. */
export function addDays(date: string, days: number): string {
  return new Date((epochDay(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Day of the week of an ISO date, 1 Monday to 7 Sunday. @throws RangeError when it is none. */
export function isoWeekday(date: string): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** The academic year of a day, by the year it starts in; it runs from 1 September to 31 August. */
export function academicYearOf(date: string): number {
  const year = digits(date, 0, 4);
  return digits(date, 5, 7) >= 9 ? year : year - 1;
}

/** Whole years of age on `date` of a person born on `birthDate`; negative before birth. */
export function ageOn(birthDate: string, date: string): number {
  const years = digits(date, 0, 4) - digits(birthDate, 0, 4);
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
