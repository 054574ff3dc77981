import type { Severity } from '@rollbook/parser-kit';
import type {
  CodeFigures,
  ComparisonFigures,
  FileFigures,
  IssueStatus,
  ReportIssue,
  ReportRule,
  ReportRun,
  ReportWriter,
  RunFigures,
  SessionFigures,
  SeverityCounts,
} from '../../report.js';
import { addCounts, totalOf } from '../severities.js';

/** What identifies a pupil in the sample issues: none of these may be in a page that doesn't identify. */
export const secrets = {
  pupil: 'Ottoline Quennell',
  value: 'Q999001122334',
  key: 'pupil-key-7f3a',
  other: 'XK-77-secret',
};

export const sampleRules: readonly ReportRule[] = [
  ['1510', 'error', 'UPN has the wrong check letter (character 1)', 'upn'],
  ['birth-date-future', 'error', 'Date of birth is still to come', 'birthDate'],
  ['1500', 'query', 'UPN is missing', 'upn'],
  ['mark-without-session', 'query', 'Session mark on a day on which the school was shut', 'date'],
  ['sen-spells-overlap', 'query', 'Two spells of SEN provision cover the same days', 'startDate'],
  [
    'postcode-malformed',
    'info',
    'Postcode is not in the form of a United Kingdom postcode',
    'address.postcode',
  ],
].map(([code = '', severity, title = '', field = '']) => ({
  code,
  severity: severity as Severity,
  title,
  help: `Compare ${field} with the school’s own record of the pupil, and put right whichever is wrong.`,
  packs: ['core'],
  source: 'School Census 2025 to 2026, business and technical specification',
}));

export const sampleFields = ['upn', 'birthDate', 'upn', 'date', 'startDate', 'address.postcode'];

const YEARS = ['R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', null];

export interface SampleOptions {
  readonly identify?: boolean;
  readonly files?: number;
  /** Issues of each file. */
  readonly issues?: number;
  readonly failOn?: 'error' | 'query';
  /** The last file could not be read. */
  readonly unreadable?: boolean;
  /** Changes each issue before it is written. */
  readonly change?: (issue: ReportIssue, index: number) => ReportIssue;
  /** Changes the figures of each file. */
  readonly figures?: (figures: FileFigures, index: number) => FileFigures;
}

export interface SampleRun {
  readonly run: ReportRun;
  readonly files: readonly { readonly issues: readonly ReportIssue[]; readonly figures: FileFigures }[];
  readonly figures: RunFigures;
}

/** A run whose figures and issues agree, the same on every machine. */
export function sampleRun({
  identify = false,
  files = 2,
  issues = 120,
  failOn = 'error',
  unreadable = false,
  change = (issue) => issue,
  figures = (own) => own,
}: SampleOptions = {}): SampleRun {
  const all = Array.from({ length: files }, (_, index) => {
    const found = Array.from({ length: issues }, (_none, at) => change(sampleIssue(at, index), at));
    const broken = unreadable && index === files - 1;
    return { issues: found, figures: figures(sampleFigures(index, found, broken), index) };
  });
  const read = all.filter(({ figures: { error } }) => error === null);
  const counts = read.reduce<SeverityCounts>((sum, own) => addCounts(sum, own.figures.issues), {
    error: 0,
    query: 0,
    info: 0,
  });
  const failed = counts.error > 0 || (failOn === 'query' && counts.query > 0) || unreadable;
  return {
    run: {
      tool: { name: 'Rollbook', version: '0.9.1' },
      startedAt: '2026-10-02T08:15:00Z',
      asOf: '2026-10-01',
      identify,
      failOn,
      rules: sampleRules,
    },
    files: all,
    figures: {
      files,
      unreadable: unreadable ? 1 : 0,
      records: read.reduce((sum, own) => sum + own.figures.records, 0),
      issues: counts,
      seconds: 4.2,
      passed: !failed,
    },
  };
}

/** All that a writer gives of a run. */
export function writeRun(writer: ReportWriter, { run, files, figures }: SampleRun): string {
  let text = writer.begin(run);
  for (const own of files) {
    text += writer.beginFile(own.figures);
    for (let at = 0; at < own.issues.length; at += 50) text += writer.issues(own.issues.slice(at, at + 50));
    text += writer.endFile(own.figures);
  }
  return text + writer.end(figures);
}

function sampleIssue(at: number, file: number): ReportIssue {
  // Squares thin out, so that the first rules are the most frequent
  const rule = Math.floor(((at * at) % 97) / 16.2);
  const { code, severity, title, help } = sampleRules[rule] as ReportRule;
  const yearGroup = YEARS[(at * 5 + file) % YEARS.length] ?? undefined;
  const month = String(1 + ((at * 7) % 9)).padStart(2, '0');
  const status: IssueStatus = at % 3 === 0 ? 'new' : 'still';
  return {
    issue: {
      code,
      severity,
      message: title,
      help,
      field: sampleFields[rule] ?? 'upn',
      value: `${secrets.value}-${at}`,
      place:
        file % 2 === 0
          ? { line: 20 + at * 3, column: 5 }
          : { sheet: 'Pupils', row: at + 2, columnName: 'UPN' },
      record: {
        kind: rule === 3 ? 'session-mark' : 'pupil',
        key: `${secrets.key}-${at}`,
        pupilKey: secrets.other,
      },
    },
    school: `856400${file}`,
    ...(yearGroup === undefined ? {} : { yearGroup }),
    ...(rule > 2 ? { date: `2026-${month}-${String(1 + (at % 28)).padStart(2, '0')}` } : {}),
    pupil: secrets.pupil,
    ...(file === 0 ? { status } : {}),
  };
}

function tally<T extends string | null>(
  found: readonly ReportIssue[],
  of: (issue: ReportIssue) => T,
): Map<T, SeverityCounts> {
  const counts = new Map<T, SeverityCounts>();
  for (const issue of found) {
    const one = { error: 0, query: 0, info: 0, [issue.issue.severity]: 1 };
    counts.set(of(issue), addCounts(counts.get(of(issue)) ?? { error: 0, query: 0, info: 0 }, one));
  }
  return counts;
}

function sampleFigures(index: number, found: readonly ReportIssue[], broken: boolean): FileFigures {
  const byCode: CodeFigures[] = [...tally(found, ({ issue }) => issue.code)].map(([code, counts]) => {
    const first = found.find(({ issue }) => issue.code === code)?.issue;
    return {
      code,
      severity: first?.severity ?? 'info',
      message: first?.message ?? '',
      help: first?.help ?? '',
      count: totalOf(counts),
      pupils: Math.ceil(totalOf(counts) / 2),
    };
  });
  const years = tally(found, ({ yearGroup }) => yearGroup ?? null);
  const months = tally(found, ({ date }) => date?.slice(0, 7) ?? null);
  const order = sampleRules.map(({ code }) => code);
  return {
    path: `exports/school-${index + 1}.xml`,
    name: `school-${index + 1}.xml`,
    sha256: String(index).padStart(64, 'ab12'),
    size: 1_234_567 + index,
    format: 'ctf',
    version: '25.0',
    seconds: 1.5,
    schools: [`856400${index}`],
    records: 12_480 + index,
    pupils: 645 + index,
    byKind: { pupil: 645 + index, enrolment: 900 },
    issues: found.reduce<SeverityCounts>(
      (sum, { issue }) => ({ ...sum, [issue.severity]: sum[issue.severity] + 1 }),
      { error: 0, query: 0, info: 0 },
    ),
    listed: found.length,
    byCode: byCode.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
    byYearGroup: YEARS.map((yearGroup) => ({
      yearGroup,
      pupils: yearGroup === null ? 3 : 52,
      issues: years.get(yearGroup) ?? { error: 0, query: 0, info: 0 },
    })),
    byMonth: [...months]
      .flatMap(([month, issues]) => (month === null ? [] : [{ month, issues }]))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    attendance: sampleSessions(index),
    comparison: index === 0 ? sampleComparison(found) : null,
    error: broken
      ? {
          code: 'xml-malformed',
          message: 'The file ends in the middle of an element',
          place: { line: 812, column: 3 },
          help: 'Ask the school to export the file again: it was cut short on its way.',
        }
      : null,
  };
}

function sampleComparison(found: readonly ReportIssue[]): ComparisonFigures {
  const count = (status: IssueStatus, code?: string): number =>
    found.filter((own) => own.status === status && (code === undefined || own.issue.code === code)).length;
  return {
    previous: { name: 'school-1-june.xml', sha256: null, checkedAt: '2026-06-12T14:00:00Z' },
    new: count('new'),
    still: count('still'),
    fixed: 17,
    byCode: sampleRules.map(({ code }, at) => ({
      code,
      new: count('new', code),
      still: count('still', code),
      fixed: at === 0 ? 17 : 0,
    })),
    notCompared: ['exclusion-without-reason'],
  };
}

const DAY = 86_400_000;

/** A school year up to July, with holidays and a lower attendance on Friday afternoons and in winter. */
export function sampleSessions(seed: number): SessionFigures[] {
  const sessions: SessionFigures[] = [];
  for (let week = 0; week < 46; week++) {
    if ([8, 16, 17, 24, 31, 32, 39].includes(week)) continue;
    const monday = new Date(Date.parse('2025-09-01') + week * 7 * DAY).toISOString().slice(0, 10);
    for (let weekday = 1; weekday <= 5; weekday++) {
      if (week === 0 && weekday < 3) continue;
      for (const session of ['AM', 'PM'] as const) {
        const winter = Math.max(0, 9 - Math.abs(week - 14)) * 5;
        const away =
          22 + winter + (weekday === 5 ? 30 : 0) + (session === 'PM' ? 9 : 0) + ((week * 7 + seed) % 11);
        const unauthorised = Math.floor(away / 4);
        sessions.push({
          week: monday,
          weekday,
          session,
          attended: 640 - away,
          authorised: away - unauthorised,
          unauthorised,
          notPossible: week % 6,
          unknown: week % 9 === 0 ? 2 : 0,
        });
      }
    }
  }
  return sessions;
}
