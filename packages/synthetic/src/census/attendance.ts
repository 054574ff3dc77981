import { attendanceCount, type AttendanceMark, type AttendanceSummary } from '@rollbook/model';
import { type AttendanceSpan, isWithin } from './calendar.js';
import type { PupilRecords } from './pupil-records.js';
import { container, textElement } from './xml.js';

export interface AttendanceItems {
  /** Sums of authorised and unauthorised absence, asked for until autumn 2024. */
  readonly hasSums: boolean;
  /** The sum of sessions that the pupil was unable to attend, spring 2021 to autumn 2024. */
  readonly hasExceptional: boolean;
  /** `Sessions` from autumn 2020 on, before it `AbsenceSessions`. */
  readonly sessionsElement: 'Sessions' | 'AbsenceSessions';
}

type Sums = Pick<
  AttendanceSummary,
  | 'sessionsPossible'
  | 'sessionsAuthorised'
  | 'sessionsUnauthorised'
  | 'sessionsExceptional'
  | 'sessionsByCode'
>;

/** Sums of marks; undefined when no mark is within the span. */
function sumMarks(marks: readonly AttendanceMark[], span: AttendanceSpan): Sums | undefined {
  const byCode = new Map<string, number>();
  let possible = 0;
  let authorised = 0;
  let unauthorised = 0;
  for (const { date, code } of marks) {
    if (!isWithin(date, span) || code === '-' || code.trim() === '') continue;
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
    const count = attendanceCount(code, date);
    if (count === undefined || count === 'not-possible') continue;
    possible++;
    if (count === 'authorised') authorised++;
    else if (count === 'unauthorised') unauthorised++;
  }
  if (byCode.size === 0) return undefined;
  return {
    sessionsPossible: possible,
    sessionsAuthorised: authorised,
    sessionsUnauthorised: unauthorised,
    sessionsByCode: Object.fromEntries(byCode),
  };
}

/** The record of that span, of the pupil's sessions at the school of the return. */
function summaryOf(
  summaries: readonly AttendanceSummary[],
  span: AttendanceSpan,
  laestab: string,
): Sums | undefined {
  return summaries.find(
    ({ academicYear, term, attended, startDate }) =>
      academicYear === span.academicYear &&
      term === span.term &&
      (attended === undefined || attended === laestab) &&
      (span.isHalf ? startDate === span.from : startDate === undefined),
  );
}

function writeSpan(element: string, sums: Sums, items: AttendanceItems): string {
  let details = '';
  for (const [code, sessions] of Object.entries(sums.sessionsByCode ?? {})) {
    if (sessions === 0) continue;
    details += container(
      'SessionDetail',
      textElement('AttendanceReason', code) + textElement(items.sessionsElement, sessions),
    );
  }
  return container(
    element,
    textElement('SessionsPossible', sums.sessionsPossible) +
      (items.hasSums
        ? textElement('SessionsAuthorised', sums.sessionsAuthorised) +
          textElement('SessionsUnauthorised', sums.sessionsUnauthorised)
        : '') +
      (items.hasExceptional ? textElement('SessionsExceptional', sums.sessionsExceptional) : '') +
      container('SessionDetails', details),
  );
}

/** `Attendance`: from sums of the very span, or else from the marks of the register. */
export function writeAttendance(
  records: PupilRecords,
  spans: readonly AttendanceSpan[],
  laestab: string,
  items: AttendanceItems,
): string {
  let content = '';
  for (const span of spans) {
    const sums = summaryOf(records.summaries, span, laestab) ?? sumMarks(records.marks, span);
    if (sums !== undefined) content += writeSpan(span.element, sums, items);
  }
  return container('Attendance', content);
}
