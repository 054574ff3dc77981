import {
  academicYearOf,
  attendanceCodes,
  attendanceCount,
  type AttendanceMark,
  type AttendanceSummary,
} from '@rollbook/model';
import type { Fields } from './draft.js';

type Sums = Fields<AttendanceSummary> & {
  startDate: string;
  endDate: string;
  sessionsAttended: number;
  sessionsAuthorised: number;
  sessionsUnauthorised: number;
  sessionsLate: number;
};

function isExceptional(code: string, date: string): boolean {
  const found = attendanceCodes.lookup(code, date);
  return 'entry' in found && found.entry.group === 'unable-to-attend';
}

/**
 * Sums of marks by school year, oldest first. A session without a mark, or that wasn't possible, adds to nothing; late
 * are L and U, before and after the registers closed.
 *
 * @param marks in order of time
 */
export function sumMarks(marks: readonly Fields<AttendanceMark>[]): Fields<AttendanceSummary>[] {
  const all: Fields<AttendanceSummary>[] = [];
  let academicYear: number | undefined;
  let sums: Sums | undefined;
  let exceptional = 0;
  const finish = (): void => {
    if (sums === undefined || academicYear === undefined) return;
    const { sessionsAttended, sessionsAuthorised, sessionsUnauthorised, sessionsLate } = sums;
    all.push({
      academicYear,
      startDate: sums.startDate,
      endDate: sums.endDate,
      sessionsPossible: sessionsAttended + sessionsAuthorised + sessionsUnauthorised,
      sessionsAttended,
      sessionsAuthorised,
      sessionsUnauthorised,
      ...(exceptional === 0 ? {} : { sessionsExceptional: exceptional }),
      sessionsLate,
    });
  };
  for (const { code, date } of marks) {
    if (date !== sums?.endDate) {
      const year = academicYearOf(date);
      if (sums === undefined || year !== academicYear) {
        finish();
        academicYear = year;
        exceptional = 0;
        sums = {
          startDate: date,
          endDate: date,
          sessionsAttended: 0,
          sessionsAuthorised: 0,
          sessionsUnauthorised: 0,
          sessionsLate: 0,
        };
      }
      sums.endDate = date;
    }
    if (code === 'L' || code === 'U') sums.sessionsLate++;
    const count = attendanceCount(code, date);
    if (count === 'attended') sums.sessionsAttended++;
    else if (count === 'authorised') sums.sessionsAuthorised++;
    else if (count === 'unauthorised') sums.sessionsUnauthorised++;
    else if (count === 'not-possible' && isExceptional(code, date)) exceptional++;
  }
  finish();
  return all;
}

/** Sums of marks in place of those of the same school year at the school itself; what is of other schools stays. */
export function replaceSums(
  summaries: readonly Fields<AttendanceSummary>[],
  ofMarks: readonly Fields<AttendanceSummary>[],
): Fields<AttendanceSummary>[] {
  const marked = new Set(ofMarks.map(({ academicYear }) => academicYear));
  const kept = summaries.filter(
    ({ academicYear, attended }) => attended !== undefined || !marked.has(academicYear),
  );
  return [...kept, ...ofMarks].sort((a, b) => (a.academicYear ?? 0) - (b.academicYear ?? 0));
}
