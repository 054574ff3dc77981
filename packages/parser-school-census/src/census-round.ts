import { addDays, isoWeekday } from '@rollbook/model';

export type CensusTerm = 'AUT' | 'SPR' | 'SUM';

/** One of the three collections of a school year. */
export interface CensusRound {
  /** Calendar year of the collection: 2025 for spring 2025, in the school year 2024-25. */
  readonly year?: number | undefined;
  readonly term?: CensusTerm | undefined;
}

/** What sums of attendance are of. */
export interface AttendancePeriod {
  /** The year in which the school year starts. */
  readonly academicYear?: number;
  readonly term?: CensusTerm;
  /** Given for half a term only. */
  readonly startDate?: string;
  readonly endDate?: string;
}

/** `AUT`, `SPR`, `SUM`, or the terms' names, in any case; undefined for other text. */
export function readTerm(text: string): CensusTerm | undefined {
  switch (text.trim().toLowerCase()) {
    case 'aut':
    case 'autumn':
      return 'AUT';
    case 'spr':
    case 'spring':
      return 'SPR';
    case 'sum':
    case 'summer':
      return 'SUM';
    default:
      return undefined;
  }
}

/** The school year in which the collection is made, by the year it starts in. */
export function academicYearOfRound({ year, term }: CensusRound): number | undefined {
  if (year === undefined || term === undefined) return undefined;
  return term === 'AUT' ? year : year - 1;
}

/** Easter Sunday by the Gregorian calendar, as ISO date (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const days = h + l - 7 * m;
  // 22 March is the earliest
  return addDays(`${year}-03-22`, days);
}

/** Spring bank holiday, the last Monday in May. The years in which it was moved for a jubilee are not told apart. */
export function springBankHoliday(year: number): string {
  const last = `${year}-05-31`;
  return addDays(last, 1 - isoWeekday(last));
}

/**
 * What `TermlyAttendance` of a collection is of: the term before it, and in autumn the first half of the summer
 * term, Easter Monday to the Sunday before spring bank holiday. Source: docs/formats/school-census.md, Attendance.
 */
export function termlyPeriod({ year, term }: CensusRound): AttendancePeriod {
  if (year === undefined) return {};
  switch (term) {
    case 'SPR':
      return { academicYear: year - 1, term: 'AUT' };
    case 'SUM':
      return { academicYear: year - 1, term: 'SPR' };
    case 'AUT':
      return {
        academicYear: year - 1,
        term: 'SUM',
        startDate: addDays(easterSunday(year), 1),
        endDate: addDays(springBankHoliday(year), -1),
      };
    default:
      return {};
  }
}

/** What `SummerHalfTerm2Attendance` is of: spring bank holiday to 31 July of the year of the collection. */
export function summerHalfTerm2Period({ year }: CensusRound): AttendancePeriod {
  if (year === undefined) return { term: 'SUM' };
  return {
    academicYear: year - 1,
    term: 'SUM',
    startDate: springBankHoliday(year),
    endDate: `${year}-07-31`,
  };
}

/** What `AnnualAttendance` is of: the school year that ended before the collection. */
export function annualPeriod(round: CensusRound): AttendancePeriod {
  const academicYear = academicYearOfRound(round);
  return academicYear === undefined ? {} : { academicYear: academicYear - 1 };
}
