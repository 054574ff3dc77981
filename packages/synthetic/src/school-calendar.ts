import { dayNumber, firstDayOfYear, isoDay } from './days.js';

/** Code of a term in the School Census. */
export type Term = 'AUT' | 'SPR' | 'SUM';

/** A school year of the invented school: three terms with their half terms, as they are common in England. */
export interface SchoolYear {
  /** The year it starts in. */
  readonly academicYear: number;
  /** Day numbers of the days on which pupils come, in order: 190, less a bank holiday that was added. */
  readonly days: readonly number[];
  /** Day numbers of the five days on which the staff are taught and the pupils stay at home. */
  readonly insetDays: readonly number[];
  /** Day numbers of the Mondays on which the spring and the summer term begin. */
  readonly springFrom: number;
  readonly summerFrom: number;
  /** The Monday of the half term in May, as a day number. */
  readonly mayHalfTerm: number;
}

/** Education (School Day and School Year) (England) Regulations 1999: 380 sessions. */
const DAYS_IN_YEAR = 190;

/** Bank holidays that one year had beside those of every year; the invented school doesn't make up for them. */
const ADDED_HOLIDAYS: readonly number[] = [dayNumber(2022, 9, 19), dayNumber(2023, 5, 8)];
/** In 2020 the early May bank holiday was on a Friday. */
const MOVED_MAY_HOLIDAY = dayNumber(2020, 5, 8);

/** The first day from `day` on of a weekday, which is the day number's rest when divided by seven. */
function weekdayFrom(day: number, rest: number): number {
  return day + ((rest - (day % 7) + 7) % 7);
}
const MONDAY = 4;
const FRIDAY = 1;

function isWeekend(day: number): boolean {
  return day % 7 === 2 || day % 7 === 3;
}

/** Easter Sunday as a day number (the Gregorian reckoning, as in Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * correction + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function makeYear(academicYear: number): SchoolYear {
  const spring = academicYear + 1;
  const autumnHalf = weekdayFrom(dayNumber(academicYear, 10, 22), MONDAY);
  const lastFriday = weekdayFrom(dayNumber(academicYear, 12, 16), FRIDAY);
  const springFrom = lastFriday + 17;
  const februaryHalf = weekdayFrom(dayNumber(spring, 2, 12), MONDAY);
  const easter = easterSunday(spring);
  const summerFrom = easter + 8;
  const mayHalfTerm = weekdayFrom(dayNumber(spring, 5, 25), MONDAY);
  // The holiday at Easter has Good Friday and Easter Monday in it, that in May the spring bank holiday
  const holidays = [
    [autumnHalf, autumnHalf + 4],
    [lastFriday + 1, springFrom - 1],
    [februaryHalf, februaryHalf + 4],
    [easter - 6, summerFrom - 1],
    [mayHalfTerm, mayHalfTerm + 4],
  ] as const;
  const newYear = dayNumber(spring, 1, 1);
  const first = firstDayOfYear(academicYear);
  const added = ADDED_HOLIDAYS.filter((day) => first <= day && day < mayHalfTerm);
  const closed = new Set([
    ...added,
    // In lieu of New Year's Day when it is on a Saturday or a Sunday
    isWeekend(newYear) ? weekdayFrom(newYear, MONDAY) : newYear,
    spring === 2020 ? MOVED_MAY_HOLIDAY : weekdayFrom(dayNumber(spring, 5, 1), MONDAY),
  ]);
  const isOpen = (day: number) =>
    !isWeekend(day) && !closed.has(day) && !holidays.some(([from, to]) => from <= day && day <= to);
  const insetDays: number[] = [];
  for (let day of [autumnHalf + 7, springFrom, februaryHalf - 3, summerFrom, mayHalfTerm + 7]) {
    while (!isOpen(day)) day++;
    closed.add(day);
    insetDays.push(day);
  }
  const days: number[] = [];
  for (let day = first; days.length < DAYS_IN_YEAR - added.length; day++) {
    if (isOpen(day)) days.push(day);
  }
  return { academicYear, days, insetDays, springFrom, summerFrom, mayHalfTerm };
}

const years = new Map<number, SchoolYear>();

export function schoolYear(academicYear: number): SchoolYear {
  let year = years.get(academicYear);
  if (year === undefined) {
    year = makeYear(academicYear);
    years.set(academicYear, year);
  }
  return year;
}

/**
 * The days on which pupils come to the invented school, `YYYY-MM-DD`, in order: 190 weekdays (188 in 2022/23, which had two bank holidays more) without half terms, bank
 * holidays and five days of training for the staff (INSET).
 *
 * @param academicYear the year the school year starts in: 2026 for 2026/27
 */
export function schoolDays(academicYear: number): readonly string[] {
  return schoolYear(academicYear).days.map(isoDay);
}

/** Term of a day of the school year; a holiday belongs to the term before it. */
export function termOf(day: number, { springFrom, summerFrom }: SchoolYear): Term {
  return day < springFrom ? 'AUT' : day < summerFrom ? 'SPR' : 'SUM';
}

/** School days of one school year, or of a part of it. */
export interface DaysOfYear {
  readonly year: SchoolYear;
  readonly days: readonly number[];
}

/** The school days from one day number to another, both included, by school year; years without any are left out. */
export function schoolDaysBetween(from: number, to: number): DaysOfYear[] {
  const found: DaysOfYear[] = [];
  const firstYear = Number(isoDay(from).slice(0, 4)) - 1;
  const lastYear = Number(isoDay(to).slice(0, 4));
  for (let academicYear = firstYear; academicYear <= lastYear; academicYear++) {
    const year = schoolYear(academicYear);
    const days = year.days.filter((day) => from <= day && day <= to);
    if (days.length > 0) found.push({ year, days });
  }
  return found;
}
