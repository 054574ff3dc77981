import { addDays, type AttendanceMark, isoWeekday } from '@rollbook/model';

/** Sessions without a mark that are written as closed, `#`, instead of no mark, `-`. Each step needs the one before. */
export interface SeedingOptions {
  /** ONE's first step: Saturdays and Sundays. */
  readonly weekends?: boolean;
  /** The other two: days of half-terms and holidays, by the school's own calendar; not without `weekends`. */
  readonly holidays?: readonly { readonly from: string; readonly to: string }[];
}

/** Marks as B2B carries them. */
export interface AttendanceString {
  /** Day of the first AM session, `YYYY-MM-DD`. */
  readonly startDate: string;
  /** One letter a session, AM then PM of each day in order. */
  readonly marks: string;
  /** Sessions that have two marks, of which the first counts, or a code of more than one letter, written as `-`. */
  readonly faulty: readonly AttendanceMark[];
}

/** A year in one string, so that a mark of a distant year makes none of a million letters. */
const LONGEST_DAYS = 366;

/**
 * A pupil's marks as one string from the first day that has one to the last: `#` school closed, `-` no mark (inferred from
 * ONE's help). Seeding changes `-` alone, never a mark. Undefined without any mark that can be written.
 *
 * @throws RangeError when holidays are to be seeded and weekends aren't, or the marks are of more than a year: give them year by
 *   year.
 */
export function attendanceString(
  marks: readonly AttendanceMark[],
  { weekends = false, holidays = [] }: SeedingOptions = {},
): AttendanceString | undefined {
  if (holidays.length > 0 && !weekends) throw new RangeError('Holidays are seeded only where weekends are.');
  if (holidays.some(({ from, to }) => to < from)) throw new RangeError('A holiday ends before it begins.');
  const codes = new Map<string, string>();
  const faulty: AttendanceMark[] = [];
  let first: string | undefined;
  let last: string | undefined;
  for (const mark of marks) {
    const session = `${mark.date} ${mark.session}`;
    if (!/^\S$/.test(mark.code) || codes.has(session)) {
      faulty.push(mark);
      continue;
    }
    codes.set(session, mark.code);
    if (first === undefined || mark.date < first) first = mark.date;
    if (last === undefined || mark.date > last) last = mark.date;
  }
  if (first === undefined || last === undefined) return undefined;
  if (last > addDays(first, LONGEST_DAYS - 1))
    throw new RangeError('Marks of more than a year are given year by year.');
  let text = '';
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const closed = isSeeded(day, weekends, holidays) ? '#' : '-';
    for (const session of ['AM', 'PM']) {
      const code = codes.get(`${day} ${session}`) ?? '-';
      text += code === '-' ? closed : code;
    }
  }
  return { startDate: first, marks: text, faulty };
}

function isSeeded(
  day: string,
  weekends: boolean,
  holidays: NonNullable<SeedingOptions['holidays']>,
): boolean {
  return (weekends && isoWeekday(day) > 5) || holidays.some(({ from, to }) => from <= day && day <= to);
}

/** Sessions of a string, without those that have no mark or are closed. */
export function sessionsOf({
  startDate,
  marks,
}: Pick<AttendanceString, 'startDate' | 'marks'>): { date: string; session: 'AM' | 'PM'; code: string }[] {
  return Array.from(marks, (code, index) => ({
    date: addDays(startDate, Math.floor(index / 2)),
    session: index % 2 === 0 ? ('AM' as const) : ('PM' as const),
    code,
  })).filter(({ code }) => code !== '-' && code !== '#');
}
