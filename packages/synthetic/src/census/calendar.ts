import { addDays, isoWeekday } from '@rollbook/model';

export type CensusTerm = 'AUT' | 'SPR' | 'SUM';

/** One of the three collections of a school year; `year` is that of the calendar. */
export interface CensusRound {
  readonly year: number;
  readonly term: CensusTerm;
}

/** Both days included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What one element of sums of attendance is of. */
export interface AttendanceSpan extends Period {
  readonly element: 'TermlyAttendance' | 'SummerHalfTerm2Attendance';
  /** The year in which the school year starts. */
  readonly academicYear: number;
  readonly term: CensusTerm;
  /** Part of a term only, so that a sum of the whole term is none of it. */
  readonly isHalf: boolean;
}

const TERMS: readonly CensusTerm[] = ['SPR', 'SUM', 'AUT'];

/** A number that grows from collection to collection. */
export function roundNumber({ year, term }: CensusRound): number {
  return year * TERMS.length + TERMS.indexOf(term);
}

function nthThursday(year: number, month: string, n: number): string {
  const first = `${year}-${month}-01`;
  return addDays(first, ((4 - isoWeekday(first) + 7) % 7) + 7 * (n - 1));
}

/** Census day: the third Thursday of January and of May, the first of October. */
export function censusDay({ year, term }: CensusRound): string {
  if (term === 'SPR') return nthThursday(year, '01', 3);
  return term === 'SUM' ? nthThursday(year, '05', 3) : nthThursday(year, '10', 1);
}

/** The first collection whose census day is on or after a day. */
export function nextRound(date: string): CensusRound {
  const year = Number(date.slice(0, 4));
  const found = TERMS.map((term) => ({ year, term })).find((round) => censusDay(round) >= date);
  return found ?? { year: year + 1, term: 'SPR' };
}

/** Easter Sunday: the Sunday after the first full moon of spring, by the tables of the Book of Common Prayer. */
export function easterSunday(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact++;
  const moonDay = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const moon = addDays(`${year}-03-01`, moonDay - 1);
  return addDays(moon, 7 - (isoWeekday(moon) % 7));
}

/** The last Monday in May. */
export function springBankHoliday(year: number): string {
  const last = `${year}-05-31`;
  return addDays(last, 1 - isoWeekday(last));
}

/** The spans of attendance that a collection asks for, as the DfE's methodology of absence statistics has them. */
export function attendanceSpans({ year, term }: CensusRound): readonly AttendanceSpan[] {
  const academicYear = year - 1;
  const element = 'TermlyAttendance';
  switch (term) {
    case 'SPR':
      return [
        {
          element,
          academicYear,
          term: 'AUT',
          isHalf: false,
          from: `${academicYear}-08-01`,
          to: `${academicYear}-12-31`,
        },
      ];
    case 'SUM':
      return [
        { element, academicYear, term: 'SPR', isHalf: false, from: `${year}-01-01`, to: easterSunday(year) },
      ];
    case 'AUT': {
      const holiday = springBankHoliday(year);
      const sum = { academicYear, term: 'SUM', isHalf: true } as const;
      return [
        { ...sum, element, from: addDays(easterSunday(year), 1), to: addDays(holiday, -1) },
        { ...sum, element: 'SummerHalfTerm2Attendance', from: holiday, to: `${year}-07-31` },
      ];
    }
  }
}

/** The two terms whose suspensions and exclusions a collection asks for. */
export function exclusionPeriod({ year, term }: CensusRound): Period {
  switch (term) {
    case 'SPR':
      return { from: addDays(easterSunday(year - 1), 1), to: `${year - 1}-12-31` };
    case 'SUM':
      return { from: `${year - 1}-08-01`, to: easterSunday(year) };
    case 'AUT':
      return { from: `${year}-01-01`, to: `${year}-07-31` };
  }
}

export function isWithin(date: string | undefined, { from, to }: Period): boolean {
  return date !== undefined && date >= from && date <= to;
}
