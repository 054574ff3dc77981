import { addDays, isIsoDate } from '@rollbook/model';
import type { SchoolCalendar } from './calendar.js';

/**
 * True when at least `limit` whole school days lie between `from` and `to`, so that the last of them is past. Days of
 * which the calendar knows nothing count as school days, but for August; false when one of the dates is no day.
 */
export function isPastDeadline(
  calendar: SchoolCalendar,
  from: string,
  to: string,
  limit: number,
  school: string | undefined,
): boolean {
  if (!isIsoDate(from) || !isIsoDate(to)) return false;
  let days = 0;
  for (let date = addDays(from, 1), looked = 0; date < to; date = addDays(date, 1), looked++) {
    const open = calendar.isSchoolDay(date, school);
    if (open ?? date.slice(5, 7) !== '08') days++;
    // A year on, whatever it was due for is past
    if (days >= limit || looked > 366) return true;
  }
  return false;
}
