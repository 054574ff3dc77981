import {
  academicYearOf,
  addDays,
  type AttendanceMark,
  type AttendanceSummary,
  type JsonValue,
} from '@rollbook/model';
import { container, extendedContainer, recordElement, textElement } from './write-xml.js';

/** A school year at one school: its sums and its marks. */
interface YearData {
  readonly summary: AttendanceSummary | undefined;
  readonly academicYear: number | undefined;
  /** LAESTAB, or what else the summary names the school by. */
  readonly attended: string | undefined;
  readonly marks: AttendanceMark[];
}

const NO_MARK = '-';
/** What the canonical fields stand for already. */
const MARK_SCHOOL: ReadonlySet<string> = new Set(['LEA', 'Estab']);

function markSchool(mark: AttendanceMark): string | undefined {
  const la = mark.extensions?.LEA;
  const establishment = mark.extensions?.Estab;
  return typeof la === 'string' && typeof establishment === 'string' ? la + establishment : undefined;
}

/** Marks go with the sums of their school and year, or stand alone where there are none. */
function groupByYear(
  summaries: readonly AttendanceSummary[],
  marks: readonly AttendanceMark[],
): readonly YearData[] {
  const years: YearData[] = summaries.map((summary) => ({
    summary,
    academicYear: summary.academicYear,
    attended: summary.attended,
    marks: [],
  }));
  for (const mark of marks) {
    const academicYear = academicYearOf(mark.date);
    const attended = markSchool(mark);
    let year = years.find((data) => data.academicYear === academicYear && data.attended === attended);
    if (year === undefined) {
      year = { summary: undefined, academicYear, attended, marks: [] };
      years.push(year);
    }
    year.marks.push(mark);
  }
  return years;
}

/** One character a session from the first day with a mark, AM before PM, a hyphen where there is no mark. */
function writeMarks(marks: readonly AttendanceMark[]): string {
  if (marks.length === 0) return '';
  const codes = new Map<string, string>();
  let first = marks[0]?.date ?? '';
  let last = first;
  for (const mark of marks) {
    if (mark.date < first) first = mark.date;
    if (mark.date > last) last = mark.date;
    codes.set(mark.date + mark.session, mark.code);
  }
  let text = '';
  for (let date = first; date <= last; date = addDays(date, 1)) {
    text += (codes.get(date + 'AM') ?? NO_MARK) + (codes.get(date + 'PM') ?? NO_MARK);
  }
  return container(
    'AttendSessions',
    textElement('AttendanceStartDate', first) + textElement('AttendanceMarks', text),
  );
}

/** LA and establishment numbers of the school attended; the file's own school where the record names none. */
function writeSchool(laestab: string | undefined): string {
  return textElement('LEA', laestab?.slice(0, 3)) + textElement('Estab', laestab?.slice(3));
}

/** True when a mark has a code that one character can hold, so that a string of marks can carry it. */
export function isWritableMark(mark: AttendanceMark): boolean {
  return mark.code.length === 1 && mark.code !== NO_MARK && mark.code !== ' ';
}

export function writeAttendance(
  summaries: readonly AttendanceSummary[],
  marks: readonly AttendanceMark[],
  own: string | undefined,
  extensions: Record<string, JsonValue> | undefined,
): string {
  const years = groupByYear(summaries, marks).map(({ summary, academicYear, attended, marks: ofYear }) =>
    recordElement(
      'YearData',
      textElement('Year', academicYear) +
        writeSchool(attended ?? own) +
        textElement('SessionsPossible', summary?.sessionsPossible) +
        textElement('SessionsAuthorised', summary?.sessionsAuthorised) +
        textElement('SessionsAttended', summary?.sessionsAttended) +
        textElement('SessionsUnauthorised', summary?.sessionsUnauthorised) +
        writeMarks(ofYear),
      summary?.extensions,
      MARK_SCHOOL,
    ),
  );
  return extendedContainer('Attendance', years.join(''), extensions);
}
