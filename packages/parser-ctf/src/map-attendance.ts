import {
  addDays,
  type AttendanceMark,
  attendanceMarkKey,
  type AttendanceSummary,
  attendanceSummaryKey,
  type Provenance,
} from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { JsonObject } from './element-json.js';
import type { PupilContext } from './pupil-context.js';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const MOST_SESSIONS = 99_999;
/** Two school years and some; a longer string is no year's marks. */
const MOST_MARK_DAYS = 800;
/** No register begins later; dates behind the year 9999 have another form. */
const LAST_FIRST_DAY = '2200-12-31';
/** First days whose dates are kept made; the pupils of a school share a few. */
const MOST_FIRST_DAYS = 64;

interface YearData {
  readonly summary: AttendanceSummary;
  la: XmlElement | undefined;
  establishment: XmlElement | undefined;
  name: XmlElement | undefined;
  readonly sessions: XmlElement[];
}

type Sum = 'sessionsPossible' | 'sessionsAttended' | 'sessionsAuthorised' | 'sessionsUnauthorised';

function sum(field: Sum): ReadField<YearData> {
  return ({ summary }, element, draft) => {
    const value = draft.integer(element, field, 0, MOST_SESSIONS);
    if (value !== undefined) summary[field] = value;
  };
}

const YEAR_FIELDS = elementFields<YearData>(
  {
    Year: ({ summary }, element, draft) => {
      const year = draft.integer(element, 'academicYear', FIRST_YEAR, LAST_YEAR);
      if (year !== undefined) summary.academicYear = year;
    },
    LEA: (year, element) => {
      year.la = element;
    },
    Estab: (year, element) => {
      year.establishment = element;
    },
    URN: (_, element, draft) => {
      draft.keep(element);
    },
    SchoolName: (year, element) => {
      year.name = element;
    },
    SessionsPossible: sum('sessionsPossible'),
    SessionsAuthorised: sum('sessionsAuthorised'),
    SessionsAttended: sum('sessionsAttended'),
    SessionsUnauthorised: sum('sessionsUnauthorised'),
  },
  {
    AttendSessions: (year, element) => {
      year.sessions.push(element);
    },
  },
);

function hasSums(summary: AttendanceSummary): boolean {
  return (
    summary.sessionsPossible !== undefined ||
    summary.sessionsAttended !== undefined ||
    summary.sessionsAuthorised !== undefined ||
    summary.sessionsUnauthorised !== undefined
  );
}

interface Attendance {
  readonly context: PupilContext;
  count: number;
}

function mapYear(attendance: Attendance, element: XmlElement): void {
  const { context } = attendance;
  const { draft } = context;
  const path = `/Attendance/YearData[${++attendance.count}]`;
  const provenance = context.begin(element, path, '/Attendance/YearData');
  const summary: AttendanceSummary = {
    kind: 'attendance-summary',
    key: '',
    provenance,
    pupilKey: context.key,
  };
  context.setSchool(summary);
  const year: YearData = { summary, la: undefined, establishment: undefined, name: undefined, sessions: [] };
  readRecord(element, YEAR_FIELDS, year, draft);
  if (summary.academicYear === undefined) {
    context.unreadable('attendance-summary', element, provenance, 'academicYear');
    return;
  }
  const { laestab, unreadable } = context.schoolNumbers(year.la, year.establishment);
  const elsewhere = laestab === context.file.school ? undefined : laestab;
  if (elsewhere !== undefined) summary.attended = elsewhere;
  const name = year.name?.text.trim();
  if (year.name !== undefined && name !== '' && name !== context.file.schoolName) draft.keep(year.name);
  const otherSchool =
    elsewhere ?? unreadable ?? (laestab === undefined && name !== context.file.schoolName ? name : undefined);
  summary.key = attendanceSummaryKey(context.key, {
    academicYear: summary.academicYear,
    attended: otherSchool,
  });
  // a year that holds marks alone says nothing in sum
  if (hasSums(summary) || year.sessions.length === 0) draft.finish(summary);
  else draft.discard(summary);
  const schoolOfMarks: JsonObject | undefined =
    elsewhere === undefined && unreadable === undefined
      ? undefined
      : { LEA: year.la?.text.trim() ?? '', Estab: year.establishment?.text.trim() ?? '' };
  for (const sessions of year.sessions) mapSessions(context, sessions, path, schoolOfMarks);
}

interface Sessions {
  startDate: string | undefined;
  marks: XmlElement | undefined;
}

const SESSIONS_FIELDS = elementFields<Sessions>({
  AttendanceStartDate: (sessions, element, draft) => {
    sessions.startDate = draft.date(element, 'date');
  },
  AttendanceMarks: (sessions, element) => {
    sessions.marks = element;
  },
});

/**
 * A string of marks: two characters for each day of the calendar from the start date on, AM before PM. A hyphen and
 * a space are no mark. Source: docs/formats/ctf.md, Attendance.
 */
function mapSessions(
  context: PupilContext,
  element: XmlElement,
  yearPath: string,
  school: JsonObject | undefined,
): void {
  const provenance = context.begin(
    element,
    `${yearPath}/AttendSessions`,
    '/Attendance/YearData/AttendSessions',
  );
  const sessions: Sessions = { startDate: undefined, marks: undefined };
  readRecord(element, SESSIONS_FIELDS, sessions, context.draft);
  const marks = sessions.marks?.text.trim() ?? '';
  if (marks === '' && !context.draft.isUnreadable('date')) return;
  if (sessions.startDate === undefined || sessions.startDate > LAST_FIRST_DAY) {
    context.unreadable('attendance-mark', element, provenance, 'date');
    return;
  }
  if (marks.length > MOST_MARK_DAYS * 2) {
    context.unreadable('attendance-mark', element, provenance, 'code');
    return;
  }
  putMarks(context, sessions.startDate, marks, provenance, school);
}

const datesFrom = new Map<string, string[]>();

/** The dates from a first day on, `count` of them or more. */
function dates(first: string, count: number): readonly string[] {
  let list = datesFrom.get(first);
  if (list === undefined) {
    list = [first];
    if (datesFrom.size >= MOST_FIRST_DAYS) datesFrom.clear();
    datesFrom.set(first, list);
  }
  for (let last = list[list.length - 1] ?? first; list.length < count;) {
    last = addDays(last, 1);
    list.push(last);
  }
  return list;
}

function putMarks(
  context: PupilContext,
  first: string,
  marks: string,
  provenance: Provenance,
  school: JsonObject | undefined,
): void {
  const { out, pupilKeys } = context.file;
  const days = dates(first, (marks.length + 1) >> 1);
  for (let i = 0; i < marks.length; i++) {
    const unit = marks.charCodeAt(i);
    if (unit === 45 || unit === 32) continue;
    const date = days[i >> 1] ?? first;
    const session = (i & 1) === 0 ? 'AM' : 'PM';
    const mark: AttendanceMark = {
      kind: 'attendance-mark',
      key: attendanceMarkKey(context.key, date, session),
      provenance,
      pupilKey: context.key,
      date,
      session,
      code: marks.charAt(i),
    };
    context.setSchool(mark);
    if (school !== undefined) mark.extensions = school;
    out.push(mark);
    const before = pupilKeys.size;
    if (pupilKeys.add(mark.kind + mark.key).size === before) {
      const record = { kind: mark.kind, key: mark.key, pupilKey: mark.pupilKey };
      context.file.issue('ctf-record-repeated', provenance.place, { field: 'key', record });
    }
  }
}

const ATTENDANCE_FIELDS = elementFields<Attendance>({}, { YearData: mapYear });

/** `Attendance`: DfE, CTF specification, section 3.1.12. */
export function mapAttendance(context: PupilContext, element: XmlElement): void {
  readContainer(element, ATTENDANCE_FIELDS, { context, count: 0 }, context.pupil);
}
