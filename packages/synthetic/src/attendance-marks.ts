import { type AttendanceMark, epochDay } from '@rollbook/model';
import { AbsenceHabit, type AbsenceContext } from './absences.js';
import { isoDay } from './days.js';
import type { Fields } from './draft.js';
import type { Random } from './random.js';
import type { DaysOfYear } from './school-calendar.js';
import type { SchoolEvents, YearGroupEvents } from './school-events.js';

/** A pupil as the register knows the pupil. */
export interface Attender {
  /** Year group in a school year, as a number; 0 is Reception. */
  yearIndexIn(academicYear: number): number;
  /** Share of sessions missed, on average. */
  readonly absenceRate: number;
  /** Enrolment status: M and S are registered at another school too. */
  readonly status: string | undefined;
  readonly traveller: boolean;
  /** Day number from which the child is of compulsory school age. */
  readonly compulsoryFrom: number;
  /** Sessions on which the pupil is suspended, see {@link sessionNumber}. */
  readonly suspended: ReadonlySet<number>;
}

/** A session as one number. */
export function sessionNumber(day: number, half: 0 | 1): number {
  return day * 2 + half;
}

/** First day of the School Attendance (Pupil Registration) (England) Regulations 2024. */
const REFORM = epochDay('2024-08-19');
/** Days before the end of the registers on which reasons are still asked for. */
const RECENT_DAYS = 5;
/** School days of a reduced timetable, and of the first weeks of Reception. */
const REDUCED_DAYS = 30;
const SETTLING_DAYS = 15;

/** What is the same all year for a pupil and for few others; -1 is no weekday. */
interface Arrangements {
  readonly late: number;
  /** Weekdays (day number modulo 7) at the other school, where there is one. */
  readonly elsewhere: readonly number[];
  /** Weekday away at a provider, and the code for it. */
  readonly offSite: number;
  readonly provided: boolean;
  /** Index of the school day on which a reduced timetable begins. */
  readonly reducedFrom: number;
  readonly mornings: boolean;
  readonly untilCompulsory: boolean;
}

function arrange(random: Random, { status }: Attender, yearIndex: number, days: number): Arrangements {
  const fourth = (share: number) => share * share * share * share;
  const late = 0.002 + 0.06 * fourth(random.fraction());
  // Wednesdays, or Monday to Wednesday: a pupil whose main school is another is mostly there
  const elsewhere = status === 'M' ? [6] : status === 'S' ? [4, 5, 6] : [];
  const senior = yearIndex === 10 || yearIndex === 11;
  const offSite = random.chance(senior ? 0.015 : 0.001) ? 1 : -1;
  const provided = random.chance(0.2);
  const reducedFrom = random.chance(0.004) ? random.below(days) : -1;
  const settling = random.fraction();
  return {
    late,
    elsewhere,
    offSite,
    provided,
    reducedFrom,
    mornings: settling < 0.1,
    untilCompulsory: settling < 0.02,
  };
}

/** The last Friday in June: a pupil who is 16 is of compulsory school age until then (Education Act 1996, section 8). */
function schoolLeavingDay(academicYear: number): number {
  const last = epochDay(`${academicYear + 1}-06-30`);
  return last - ((last - 1) % 7);
}

/** A code for a session that is settled before anyone asks whether the pupil came. */
function settled(
  random: Random,
  attender: Attender,
  place: { day: number; half: 0 | 1; index: number; year: DaysOfYear['year']; yearIndex: number },
  arrangements: Arrangements,
): string | undefined {
  const { day, half, index, year, yearIndex } = place;
  const weekday = day % 7;
  const reformed = day >= REFORM;
  if (arrangements.elsewhere.length > 0 && arrangements.elsewhere.includes(weekday)) return 'D';
  if (yearIndex === 11 && day > year.mayHalfTerm) {
    if (day > schoolLeavingDay(year.academicYear)) return 'X';
    if (random.chance(0.5)) return 'S';
  }
  if (yearIndex === 0 && half === 1 && arrangements.mornings && day < attender.compulsoryFrom) {
    if (arrangements.untilCompulsory || day < (year.days[SETTLING_DAYS] as number)) return 'X';
  }
  if (half === 1 && arrangements.reducedFrom >= 0) {
    const since = index - arrangements.reducedFrom;
    if (since >= 0 && since < REDUCED_DAYS) return reformed ? 'C2' : 'C';
  }
  if (arrangements.offSite === weekday) return arrangements.provided && reformed ? 'K' : 'B';
  return undefined;
}

/** An event of the year group that the pupil takes part in, or something that now and then anybody does. */
function elsewhereWithSchool(
  random: Random,
  day: number,
  half: 0 | 1,
  yearIndex: number,
  events: YearGroupEvents,
): string | undefined {
  if (events.trips.has(day) && random.chance(0.88)) return 'V';
  if (events.workExperience.has(day) && random.chance(0.92)) return 'W';
  const point = random.fraction();
  if (point < 0.0008) return 'B';
  return half === 1 && yearIndex > 2 && point < 0.005 ? 'P' : undefined;
}

/**
 * Two marks for each of the days, AM before PM, in order of time. Most absences are illness and last days; a fifth of
 * pupils miss a tenth or more. A few sessions have no mark (`-`), as registers are forgotten.
 */
export function makeMarks(
  random: Random,
  attender: Attender,
  years: readonly DaysOfYear[],
  events: SchoolEvents,
): Fields<AttendanceMark>[] {
  const marks: Fields<AttendanceMark>[] = [];
  const habit = new AbsenceHabit(attender.absenceRate);
  const lastYear = years.at(-1)?.days ?? [];
  const recentFrom = lastYear[Math.max(0, lastYear.length - RECENT_DAYS)] ?? 0;
  let away = '';
  let left = 0;
  for (const { year, days } of years) {
    const yearIndex = attender.yearIndexIn(year.academicYear);
    const arrangements = arrange(random, attender, yearIndex, days.length);
    const closures = events.closures(year.academicYear);
    const group = events.of(year.academicYear, yearIndex);
    // Nobody is ill all summer
    left = 0;
    days.forEach((day, index) => {
      const date = isoDay(day);
      const reformed = day >= REFORM;
      for (const half of [0, 1] as const) {
        const session = half === 0 ? 'AM' : 'PM';
        if (attender.suspended.has(sessionNumber(day, half))) {
          left = 0;
          marks.push({ date, session, code: 'E' });
          continue;
        }
        if (closures.has(day)) {
          marks.push({ date, session, code: reformed ? 'Y4' : 'Y' });
          continue;
        }
        const fixed = settled(random, attender, { day, half, index, year, yearIndex }, arrangements);
        if (fixed !== undefined) {
          marks.push({ date, session, code: fixed });
          continue;
        }
        if (left === 0) {
          const context: AbsenceContext = {
            reformed,
            morning: half === 0,
            yearIndex,
            traveller: attender.traveller,
          };
          const absence = habit.begin(random, context);
          if (absence !== undefined) {
            left = absence.sessions;
            // What has just happened may still be explained
            away = absence.code === 'O' && day >= recentFrom && random.chance(0.5) ? 'N' : absence.code;
          }
        }
        if (left > 0) {
          left--;
          marks.push(
            away === 'U' && random.chance(0.7)
              ? { date, session, code: away, minutesLate: random.between(31, 120) }
              : { date, session, code: away },
          );
          continue;
        }
        const code = elsewhereWithSchool(random, day, half, yearIndex, group);
        if (code !== undefined) marks.push({ date, session, code });
        else if (random.chance(0.0008)) marks.push({ date, session, code: '-' });
        else if (random.chance(half === 0 ? arrangements.late : arrangements.late / 4)) {
          marks.push(
            random.chance(0.6)
              ? { date, session, code: 'L', minutesLate: random.between(1, 29) }
              : { date, session, code: 'L' },
          );
        } else marks.push({ date, session, code: half === 0 ? '/' : '\\' });
      }
    });
  }
  return marks;
}
