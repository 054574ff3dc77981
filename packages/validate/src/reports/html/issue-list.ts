import type { Severity } from '@rollbook/parser-kit';
import type { IssueStatus } from '../report.js';
import type { PageData } from './page-data.js';
import { severities } from './severities.js';
import { dayText, yearGroupRank, yearGroupText } from './words.js';

/** An issue in the list of the page. */
export interface ListedIssue {
  /** Position in the report, worst first. */
  readonly index: number;
  readonly file: number;
  readonly fileName: string;
  readonly severity: Severity;
  readonly status: IssueStatus | null;
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly place: string;
  readonly school: string | null;
  readonly yearGroup: string | null;
  readonly date: string | null;
  readonly kind: string | null;
  readonly field: string | null;
  readonly pupil: string | null;
  readonly value: string | null;
  readonly key: string | null;
  readonly pupilKey: string | null;
  /** All that a search looks in, in lower case. */
  readonly haystack: string;
}

/** What a choice says for issues that lack the thing: neither a year group nor a LAESTAB nor a status looks like it. */
export const NONE = '~';

/** What the list is narrowed down to; an empty text stands for all. */
export interface IssueFilter {
  readonly text: string;
  readonly severity: string;
  readonly code: string;
  readonly yearGroup: string;
  readonly school: string;
  readonly status: string;
  /** Position of a file. */
  readonly file: string;
  /** First and last day, `YYYY-MM-DD`; issues without a day are in neither. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: IssueFilter = {
  text: '',
  severity: '',
  code: '',
  yearGroup: '',
  school: '',
  status: '',
  file: '',
  from: '',
  to: '',
};

export const sortKeys = [
  'severity',
  'code',
  'message',
  'place',
  'field',
  'school',
  'yearGroup',
  'date',
  'status',
  'pupil',
  'value',
  'key',
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** Reads issues out of the form in which the page holds them. */
export function listIssues({ files, texts, rows }: PageData): ListedIssue[] {
  return rows.map((row, index) => {
    const text = (position: number): string | null => texts[row[position] ?? -1] ?? null;
    const file = row[0] ?? 0;
    const issue = {
      index,
      file,
      fileName: files[file] ?? '',
      severity: severities[row[1] ?? 0] ?? 'info',
      status: row[2] === 0 ? 'new' : row[2] === 1 ? 'still' : null,
      code: text(3) ?? '',
      message: text(4) ?? '',
      help: text(5) ?? '',
      place: text(6) ?? '',
      school: text(7),
      yearGroup: text(8),
      date: text(9),
      kind: text(10),
      field: text(11),
      pupil: text(12),
      value: text(13),
      key: text(14),
      pupilKey: text(15),
    } as const;
    return { ...issue, haystack: haystackOf(issue) };
  });
}

function haystackOf(issue: Omit<ListedIssue, 'haystack'>): string {
  return [
    issue.severity,
    issue.code,
    issue.message,
    issue.place,
    issue.fileName,
    issue.kind,
    issue.field,
    issue.school,
    issue.yearGroup === null ? null : yearGroupText(issue.yearGroup),
    issue.date,
    issue.date === null ? null : dayText(issue.date),
    issue.pupil,
    issue.value,
    issue.key,
    issue.pupilKey,
  ]
    .filter((text) => text !== null)
    .join('\n')
    .toLowerCase();
}

/** The words that a search looks for: all of them, in any order. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The issues that the filter lets through, in their order. */
export function filterIssues(issues: readonly ListedIssue[], filter: IssueFilter): ListedIssue[] {
  const words = wordsOf(filter.text);
  const is = (wanted: string, own: string | null): boolean => wanted === '' || wanted === (own ?? NONE);
  return issues.filter(
    (issue) =>
      is(filter.severity, issue.severity) &&
      is(filter.code, issue.code) &&
      is(filter.yearGroup, issue.yearGroup) &&
      is(filter.school, issue.school) &&
      is(filter.status, issue.status) &&
      (filter.file === '' || filter.file === String(issue.file)) &&
      (filter.from === '' || (issue.date !== null && issue.date >= filter.from)) &&
      (filter.to === '' || (issue.date !== null && issue.date <= filter.to)) &&
      words.every((word) => issue.haystack.includes(word)),
  );
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/** In order of one column; what lacks it is last either way, and what is alike stays in the order of the report. */
export function sortIssues(issues: readonly ListedIssue[], { by, descending }: Sorting): ListedIssue[] {
  const sign = descending ? -1 : 1;
  const compare = comparing(by);
  return [...issues].sort((a, b) => {
    const missing = Number(lacks(a, by)) - Number(lacks(b, by));
    return missing || sign * compare(a, b) || a.index - b.index;
  });
}

function lacks(issue: ListedIssue, by: SortKey): boolean {
  return issue[by] === null || issue[by] === '';
}

function comparing(by: SortKey): (a: ListedIssue, b: ListedIssue) => number {
  if (by === 'severity') return (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (by === 'yearGroup') return (a, b) => yearGroupRank(a.yearGroup) - yearGroupRank(b.yearGroup);
  if (by === 'place') return (a, b) => a.file - b.file || collator.compare(a.place, b.place);
  return (a, b) => collator.compare(a[by] ?? '', b[by] ?? '');
}
