import { addDays, epochDay, isIsoDate, isoWeekday } from '@rollbook/model';
import { isBankHoliday } from './bank-holidays.js';

/** Which days schools are open. */
export interface SchoolCalendar {
  /**
   * True when the school is open on the day by what is known, false when it is closed (a weekend, a bank
   * holiday, a day outside its terms), undefined when nothing says so.
   *
   * @param date `YYYY-MM-DD`; false for what is no day
   * @param school LAESTAB; what holds for all schools when absent
   */
  isSchoolDay(date: string, school?: string): boolean | undefined;
  /**
   * How many days from `from` to `to`, both included, may have been school days: days that are known to be
   * open, and days of which nothing is known. So without terms these are all weekdays that are no bank
   * holidays, the school holidays among them: the most that there can have been. 0 when `to` is before `from`.
   *
   * @throws RangeError when one of them is no day, or they lie more than ten years apart
   */
  schoolDaysBetween(from: string, to: string, school?: string): number;
}

/** From and to, both included, as `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Days of one school, or of all. */
export interface CalendarDays {
  /** Half terms, each from its first school day to its last. Without any, nothing is known of days in general. */
  readonly terms?: readonly DayRange[];
  /** Days without lessons inside of terms: training days, closures. */
  readonly closed?: readonly string[];
  /** Days with lessons on weekends or bank holidays. */
  readonly open?: readonly string[];
}

export interface CalendarOptions extends CalendarDays {
  /** What is otherwise at single schools, by LAESTAB; each given list stands in place of the general one. */
  readonly schools?: Readonly<Record<string, CalendarDays>>;
}

/** Longest span that is counted day by day. */
const LONGEST = 3660;

/** Most days that a calendar remembers; a file of dates out of all bounds must not fill the memory. */
const REMEMBERED = 20_000;

/** Answers for one school, or for all, remembered by date. */
type DayCheck = (date: string) => boolean | undefined;

function checkDay(date: string): void {
  if (!isIsoDate(date)) throw new RangeError(`no day of the calendar: ${date}`);
}

function checkDays({ terms, closed, open }: CalendarDays): void {
  for (const { from, to } of terms ?? []) {
    checkDay(from);
    checkDay(to);
    if (to < from) throw new RangeError(`a term ends before it begins: ${from} to ${to}`);
  }
  for (const date of closed ?? []) checkDay(date);
  for (const date of open ?? []) checkDay(date);
}

/** What the lists say of a day; an open day outranks all, a closed one the terms. */
function dayCheck({ terms = [], closed = [], open = [] }: CalendarDays): DayCheck {
  const openDays = new Set(open);
  const closedDays = new Set(closed);
  const known = new Map<string, boolean | undefined>();
  const judge: DayCheck = (date) => {
    if (openDays.has(date)) return true;
    if (closedDays.has(date) || !isIsoDate(date) || isoWeekday(date) > 5 || isBankHoliday(date)) return false;
    return terms.length === 0 ? undefined : terms.some(({ from, to }) => from <= date && date <= to);
  };
  return (date) => {
    const answer = known.get(date);
    if (answer !== undefined || known.has(date)) return answer;
    const judged = judge(date);
    if (known.size < REMEMBERED) known.set(date, judged);
    return judged;
  };
}

/**
 * A calendar by term dates, weekends and the bank holidays of England; without terms it knows of no weekday
 * whether schools are open, unless a list names the day.
 *
 * @throws RangeError when a list names a day that doesn't exist, or a term ends before it begins
 */
export function createCalendar(options: CalendarOptions = {}): SchoolCalendar {
  checkDays(options);
  const general = dayCheck(options);
  const ofSchools = new Map<string, DayCheck>();
  for (const [school, days] of Object.entries(options.schools ?? {})) {
    checkDays(days);
    const { terms, closed, open } = options;
    ofSchools.set(
      school,
      dayCheck({ ...(terms && { terms }), ...(closed && { closed }), ...(open && { open }), ...days }),
    );
  }
  const checkOf = (school: string | undefined) =>
    (school === undefined ? undefined : ofSchools.get(school)) ?? general;
  return {
    isSchoolDay: (date, school) => checkOf(school)(date),
    schoolDaysBetween: (from, to, school) => {
      const days = epochDay(to) - epochDay(from) + 1;
      if (days > LONGEST) throw new RangeError('more than ten years');
      const check = checkOf(school);
      let count = 0;
      for (let i = 0; i < days; i++) if (check(addDays(from, i)) !== false) count++;
      return count;
    },
  };
}
