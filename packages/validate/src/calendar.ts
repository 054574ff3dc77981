/** Which days schools are open. */
export interface SchoolCalendar {
  /**
   * True when the school is open on the day by what is known, false when it is closed (a weekend, a bank
   * holiday, a day outside its terms), undefined when nothing says so.
   *
   * @param date `YYYY-MM-DD`
   * @param school LAESTAB; what holds for all schools when absent
   */
  isSchoolDay(date: string, school?: string): boolean | undefined;
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

/** Saturday or Sunday. */
function isWeekend(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

/** A calendar by term dates; without any it knows weekends alone. */
export function createCalendar(options: CalendarOptions = {}): SchoolCalendar {
  return {
    isSchoolDay: (date) => {
      if (options.open?.includes(date)) return true;
      return isWeekend(date) || options.closed?.includes(date) ? false : undefined;
    },
  };
}
