import type { CanonicalRecord, Pupil } from '@rollbook/model';
import { isRecord, type Batch, type Issue } from '@rollbook/parser-kit';
import { pupilKeyOf } from '../pupil-group.js';
import { FigureTally } from './figure-tally.js';
import { Tally, shareOut } from './issue-tally.js';
import { recordDate } from './record-date.js';
import type {
  ComparisonFigures,
  FileFigures,
  IssueStatus,
  ReportFailure,
  ReportFile,
  ReportIssue,
} from './report.js';

/** Tells which issues stood in the last file already; `IssueHistory.comparer` makes one for a file. */
export interface IssueComparer {
  /** Told once, before the first issue: what is known of the feed. May throw what reading the history throws. */
  begin(feed: { readonly format: string | null; readonly school: string | null }): void;
  /** Asked of every issue, once. */
  statusOf(issue: Issue, school: string | null): IssueStatus | undefined;
  /** Asked once, when the file has been read whole. */
  comparison(facts: { readonly sha256: string | null }): ComparisonFigures | null;
}

export interface FileCollectorOptions {
  readonly file: ReportFile;
  /** Issues to list; all when absent. */
  readonly maxIssues?: number | undefined;
  readonly comparer?: IssueComparer | undefined;
}

/** What the reader of a file knows of it at the end. */
export interface CollectedFacts {
  readonly sha256: string | null;
  readonly size: number | null;
  readonly format: string | null;
  readonly version: string | null;
  readonly seconds: number;
  readonly error?: ReportFailure | null | undefined;
}

export interface FileCollector {
  /** @returns the issues to write now, in the order of the file; none when a limit was set */
  add(batch: Batch): ReportIssue[];
  /** The same for issues that rules found across schools, each with the record that it is about. */
  addAcrossSchools(
    found: readonly { readonly issue: Issue; readonly record: CanonicalRecord }[],
  ): ReportIssue[];
  /** @returns the issues still to write, before the figures: those that a limit lets through, by code, worst first */
  finish(facts: CollectedFacts): { readonly rest: ReportIssue[]; readonly figures: FileFigures };
}

/** A pupil's records of a batch, which stand together. */
interface Stretch {
  readonly key: string;
  readonly start: number;
  end: number;
  readonly school: string | undefined;
  pupil: Pupil | undefined;
  yearGroup: string | undefined;
  /** True when the year group is of a current enrolment. */
  current: boolean;
  records: Map<string, CanonicalRecord> | undefined;
}

/** Issues that wait for the first record, by whose school the feed is known. */
const mostWaiting = 10_000;

/**
 * Counts what a report says of one file, from batches as `validate` gives them, and puts to each issue the school,
 * year group, day and pupil that it is about. With `maxIssues` the first issues of each code are kept until `finish`,
 * and the limit is shared out over codes; they come out grouped by code, the worst first. Issues of the whole file,
 * which stand at its end, have a year group only when they are about a pupil of their own batch. A pupil whose records
 * stand in two places counts twice. With a comparer, issues before the first record wait for it.
 *
 * @throws RangeError when `maxIssues` is no whole number from 0 on
 */
export function createFileCollector({ file, maxIssues, comparer }: FileCollectorOptions): FileCollector {
  if (maxIssues !== undefined && !(Number.isSafeInteger(maxIssues) && maxIssues >= 0))
    throw new RangeError(`maxIssues is ${maxIssues}, not a whole number from 0 on`);
  const tally = new FigureTally();
  const kept = maxIssues === undefined ? undefined : new Tally<ReportIssue>(maxIssues, ({ issue }) => issue);
  let waiting: ReportIssue[] | undefined = comparer === undefined ? undefined : [];
  let listed = 0;

  const beginComparison = (record: CanonicalRecord | undefined, school: string | undefined): void => {
    waiting = undefined;
    comparer?.begin({ format: record?.provenance.file.format ?? null, school: school ?? null });
  };
  const listOf = (found: readonly ReportIssue[]): ReportIssue[] => {
    const out: ReportIssue[] = [];
    for (const one of found) {
      const status = comparer?.statusOf(one.issue, one.school ?? null);
      const whole = status === undefined ? one : { ...one, status };
      if (kept === undefined) out.push(whole);
      else kept.add(whole);
    }
    listed += out.length;
    return out;
  };
  const release = (found: ReportIssue[], force: boolean): ReportIssue[] => {
    if (waiting === undefined) return listOf(found);
    for (const one of found) waiting.push(one);
    if (!force && waiting.length < mostWaiting) return [];
    const all = waiting;
    beginComparison(undefined, undefined);
    return listOf(all);
  };

  return {
    add(batch) {
      const { found, first, school } = collect(batch, tally);
      if (waiting !== undefined && first !== undefined) {
        const before = waiting;
        beginComparison(first, school);
        return listOf([...before, ...found]);
      }
      return release(found, false);
    },
    addAcrossSchools(found) {
      const issues = found.map(({ issue, record }) =>
        placed(issue, record, record.school, undefined, record.kind === 'pupil' ? record : undefined),
      );
      for (const one of issues) tally.addIssue(one);
      return release(issues, true);
    },
    finish(facts) {
      const error = facts.error ?? null;
      const rest = release([], true);
      if (kept !== undefined && maxIssues !== undefined) {
        for (const { first } of shareOut(kept.groups(), maxIssues)) for (const one of first) rest.push(one);
        listed = rest.length;
      }
      const { sha256, size, format, version, seconds } = facts;
      const comparison = error === null ? (comparer?.comparison({ sha256 }) ?? null) : null;
      const figures: FileFigures = {
        ...{ path: file.path, name: file.name, sha256, size, format, version, seconds },
        ...tally.figures(),
        listed,
        comparison,
        error,
      };
      return { rest, figures };
    },
  };
}

function placed(
  issue: Issue,
  record: CanonicalRecord | undefined,
  school: string | undefined,
  yearGroup: string | undefined,
  pupil: Pupil | undefined,
): ReportIssue {
  const date = record === undefined ? undefined : recordDate(record);
  const name = [pupil?.forename, pupil?.surname].filter((part) => part !== undefined).join(' ');
  return {
    issue,
    ...(school === undefined ? {} : { school }),
    ...(yearGroup === undefined ? {} : { yearGroup }),
    ...(date === undefined ? {} : { date }),
    ...(name === '' ? {} : { pupil: name }),
  };
}

interface Collected {
  readonly found: ReportIssue[];
  readonly first: CanonicalRecord | undefined;
  readonly school: string | undefined;
}

/** Two passes: records first, since what an issue is about may stand behind it. */
function collect(batch: Batch, tally: FigureTally): Collected {
  const stretches: Stretch[] = [];
  let stretch: Stretch | undefined;
  let first: CanonicalRecord | undefined;
  let firstSchool: string | undefined;
  let issues = 0;
  for (let index = 0; index < batch.length; index++) {
    const item = batch[index];
    if (item === undefined) continue;
    if (!isRecord(item)) {
      issues++;
      continue;
    }
    first ??= item;
    firstSchool ??= item.school;
    tally.addRecord(item);
    const key = pupilKeyOf(item);
    if (key === undefined) {
      stretch = undefined;
      continue;
    }
    if (stretch?.key !== key || item.kind === 'pupil') {
      stretch = {
        ...{ key, start: index, end: index, school: item.school, pupil: undefined },
        ...{ yearGroup: undefined, current: false, records: undefined },
      };
      stretches.push(stretch);
    }
    stretch.end = index;
    if (item.kind === 'pupil') stretch.pupil = item;
    else if (item.kind === 'enrolment' && !stretch.current && item.yearGroup !== undefined) {
      if (item.current === true || stretch.yearGroup === undefined) stretch.yearGroup = item.yearGroup;
      stretch.current = item.current === true;
    }
  }
  for (const { yearGroup } of stretches) tally.addPupil(yearGroup);
  const found = issues === 0 ? [] : issuesOf(batch, stretches);
  for (const one of found) tally.addIssue(one);
  return { found, first, school: firstSchool };
}

function issuesOf(batch: Batch, stretches: readonly Stretch[]): ReportIssue[] {
  const found: ReportIssue[] = [];
  const byKey = new Map<string, Stretch>();
  for (const stretch of stretches) if (!byKey.has(stretch.key)) byKey.set(stretch.key, stretch);
  let at = 0;
  let before: CanonicalRecord | undefined;
  for (let index = 0; index < batch.length; index++) {
    const item = batch[index];
    if (item === undefined) continue;
    if (isRecord(item)) {
      before = item;
      continue;
    }
    while ((stretches[at + 1]?.start ?? Infinity) < index) at++;
    const reference = item.record;
    if (reference === undefined) {
      found.push(placed(item, undefined, undefined, undefined, undefined));
      continue;
    }
    const key = reference.kind === 'pupil' ? reference.key : reference.pupilKey;
    const here = stretches[at];
    const stretch = key === undefined ? undefined : here?.key === key ? here : byKey.get(key);
    const is = before?.kind === reference.kind && before.key === reference.key;
    const record = is ? before : stretch === undefined ? undefined : recordIn(batch, stretch, reference);
    found.push(placed(item, record, record?.school ?? stretch?.school, stretch?.yearGroup, stretch?.pupil));
  }
  return found;
}

function recordIn(
  batch: Batch,
  stretch: Stretch,
  { kind, key }: NonNullable<Issue['record']>,
): CanonicalRecord | undefined {
  if (kind === 'pupil') return stretch.pupil;
  if (stretch.records === undefined) {
    stretch.records = new Map();
    for (let index = stretch.start; index <= stretch.end; index++) {
      const item = batch[index];
      if (item !== undefined && isRecord(item)) stretch.records.set(`${item.kind}|${item.key}`, item);
    }
  }
  return stretch.records.get(`${kind}|${key}`);
}
