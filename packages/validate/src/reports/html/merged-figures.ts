import type {
  CodeFigures,
  FileFigures,
  MonthFigures,
  SessionFigures,
  SeverityCounts,
  YearGroupFigures,
} from '../report.js';
import { addCounts, severities } from './severities.js';
import { yearGroupRank } from './words.js';

/** What the charts show, of one file or of several together. */
export interface ChartFigures {
  readonly records: number;
  readonly pupils: number;
  readonly issues: SeverityCounts;
  readonly byCode: readonly CodeFigures[];
  readonly byYearGroup: readonly YearGroupFigures[];
  readonly byMonth: readonly MonthFigures[];
  readonly attendance: readonly SessionFigures[];
}

/** Puts what is alike together. */
function merged<T>(items: readonly T[], keyOf: (item: T) => string, together: (a: T, b: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const known = byKey.get(keyOf(item));
    byKey.set(keyOf(item), known === undefined ? item : together(known, item));
  }
  return [...byKey.values()];
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The figures of several files together. A pupil who is in two files counts twice. */
export function mergeFigures(files: readonly FileFigures[]): ChartFigures {
  const sum = (of: (file: FileFigures) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  return {
    records: sum((file) => file.records),
    pupils: sum((file) => file.pupils),
    issues: files.reduce<SeverityCounts>((total, file) => addCounts(total, file.issues), {
      error: 0,
      query: 0,
      info: 0,
    }),
    byCode: merged(
      files.flatMap((file) => file.byCode),
      ({ code }) => code,
      (a, b) => ({
        ...(severities.indexOf(a.severity) <= severities.indexOf(b.severity) ? a : b),
        count: a.count + b.count,
        pupils: a.pupils + b.pupils,
      }),
    ).sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.count - a.count ||
        text(a.code, b.code),
    ),
    byYearGroup: merged(
      files.flatMap((file) => file.byYearGroup),
      ({ yearGroup }) => yearGroup ?? '',
      (a, b) => ({ ...a, pupils: a.pupils + b.pupils, issues: addCounts(a.issues, b.issues) }),
    ).sort(
      (a, b) =>
        yearGroupRank(a.yearGroup) - yearGroupRank(b.yearGroup) || text(a.yearGroup ?? '', b.yearGroup ?? ''),
    ),
    byMonth: merged(
      files.flatMap((file) => file.byMonth),
      ({ month }) => month,
      (a, b) => ({ month: a.month, issues: addCounts(a.issues, b.issues) }),
    ).sort((a, b) => text(a.month, b.month)),
    attendance: merged(
      files.flatMap((file) => file.attendance),
      ({ week, weekday, session }) => `${week} ${weekday} ${session}`,
      addSessions,
    ),
  };
}

/** Sessions of two lots together; week, weekday and half day are those of the first. */
export function addSessions(a: SessionFigures, b: SessionFigures): SessionFigures {
  return {
    ...a,
    attended: a.attended + b.attended,
    authorised: a.authorised + b.authorised,
    unauthorised: a.unauthorised + b.unauthorised,
    notPossible: a.notPossible + b.notPossible,
    unknown: a.unknown + b.unknown,
  };
}
