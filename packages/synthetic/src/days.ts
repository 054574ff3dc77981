/** Days as numbers (days since 1 January 1970), since dates are drawn and compared far more than written. */

const CACHE: string[] = [];

/** `YYYY-MM-DD` of a day number from 0 up. */
export function isoDay(day: number): string {
  return (CACHE[day] ??= new Date(day * 86_400_000).toISOString().slice(0, 10));
}

/** Day number of a day of the calendar; `month` is 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** First day of term of the school year that starts in `year`: the first Wednesday from 1 September. */
export function firstDayOfYear(year: number): number {
  const first = dayNumber(year, 9, 1);
  // 1 January 1970 was a Thursday, so day numbers of a Wednesday leave 6 when divided by 7
  return first + ((6 - (first % 7) + 7) % 7);
}

/** Last day of term of the school year that starts in `year`: the Tuesday on or after 18 July. */
export function lastDayOfYear(year: number): number {
  const eighteenth = dayNumber(year + 1, 7, 18);
  return eighteenth + ((5 - (eighteenth % 7) + 7) % 7);
}
