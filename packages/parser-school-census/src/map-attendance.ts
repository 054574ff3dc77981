import { type AttendanceSummary, attendanceSummaryKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import {
  annualPeriod,
  type AttendancePeriod,
  type CensusRound,
  summerHalfTerm2Period,
  termlyPeriod,
} from './census-round.js';
import { ElementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';

const MOST_SESSIONS = 99_999;
/** Codes in one sum; the register has some forty. */
const MOST_CODES = 200;

interface SumTarget {
  readonly summary: AttendanceSummary;
  readonly byCode: Map<string, number>;
}

type Sum = 'sessionsPossible' | 'sessionsAuthorised' | 'sessionsUnauthorised' | 'sessionsExceptional';

function sum(field: Sum): ReadField<SumTarget> {
  return ({ summary }, element, draft) => {
    const value = draft.integer(element, field, 0, MOST_SESSIONS);
    if (value !== undefined) summary[field] = value;
  };
}

const keep: ReadField<SumTarget> = (_, element, draft) => {
  draft.keep(element);
};

interface Detail {
  code: string | undefined;
  sessions: number | undefined;
  isRepeated: boolean;
}

const sessions: ReadField<Detail> = (detail, element, draft) => {
  // `AbsenceSessions` and `Sessions` are one item of two ages
  if (detail.sessions === undefined) {
    detail.sessions = draft.integer(element, 'sessionsByCode', 0, MOST_SESSIONS);
  } else detail.isRepeated = true;
};

const DETAIL_FIELDS = new ElementFields<Detail>(
  { AbsenceSessions: sessions, Sessions: sessions },
  {
    AttendanceReason: (detail, element, draft) => {
      if (detail.code === undefined) detail.code = draft.code(element, 'sessionsByCode');
      else detail.isRepeated = true;
    },
  },
);

const DETAILS_FIELDS = new ElementFields<SumTarget>(
  {},
  {
    SessionDetail: ({ byCode }, element, draft) => {
      const detail: Detail = { code: undefined, sessions: undefined, isRepeated: false };
      readContainer(element, DETAIL_FIELDS, detail, draft);
      const { code, sessions: count } = detail;
      const isWhole = code !== undefined && count !== undefined && !detail.isRepeated;
      if (isWhole && !byCode.has(code) && byCode.size < MOST_CODES) byCode.set(code, count);
      else if (code !== undefined && byCode.has(code)) draft.keepRepeated(element);
      else if (element.children.length > 0) draft.keep(element);
    },
  },
);

const SUM_FIELDS = new ElementFields<SumTarget>({
  SessionsPossible: sum('sessionsPossible'),
  SessionsAuthorised: sum('sessionsAuthorised'),
  SessionsUnauthorised: sum('sessionsUnauthorised'),
  SessionsExceptional: sum('sessionsExceptional'),
  SessionsEducational: keep,
  SessionsCoronavirus: keep,
  SessionDetails: (target, element, draft) => {
    readContainer(element, DETAILS_FIELDS, target, draft);
  },
});

function mapSums(context: PupilContext, element: XmlElement, period: AttendancePeriod): void {
  const { draft, file } = context;
  const provenance = context.begin(element);
  const summary: AttendanceSummary = {
    kind: 'attendance-summary',
    key: attendanceSummaryKey(context.key, period),
    provenance,
    pupilKey: context.key,
    ...period,
  };
  file.setSchool(summary);
  const own = Object.keys(summary).length;
  const byCode = new Map<string, number>();
  readRecord(element, SUM_FIELDS, { summary, byCode }, draft);
  if (byCode.size > 0) summary.sessionsByCode = Object.fromEntries(byCode);
  // an empty element says nothing
  if (Object.keys(summary).length === own && !draft.hasUnreadable && draft.extensions() === undefined) return;
  draft.finish(summary);
}

function sums(period: (round: CensusRound) => AttendancePeriod): ReadField<PupilContext> {
  return (context, element) => {
    mapSums(context, element, period(context.file.round));
  };
}

const ATTENDANCE_FIELDS = new ElementFields<PupilContext>({
  TermlyAttendance: sums(termlyPeriod),
  SummerHalfTerm2Attendance: sums(summerHalfTerm2Period),
  AnnualAttendance: sums(annualPeriod),
});

/** `Attendance`: sums of the term before the collection, and in autumn of the two halves of the summer term. */
export function mapAttendance(context: PupilContext, element: XmlElement): void {
  readContainer(element, ATTENDANCE_FIELDS, context, context.pupil);
}

/** One of the sums of `Attendance`, where a writer leaves the container out. */
export function mapAttendanceModule(context: PupilContext, element: XmlElement): void {
  ATTENDANCE_FIELDS.find(element.name)?.read(context, element, context.pupil);
}
