import type { Place, RecordKind } from '@rollbook/model';
import type { Issue, Severity } from '@rollbook/parser-kit';

/** What a report says of a rule that was run, or of a code of a parser's that was met. */
export interface ReportRule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly help: string;
  /** Ids of the packs the rule is in; empty for a council's own rule. */
  readonly packs: readonly string[];
  /** Document and section that it comes from. */
  readonly source?: string;
}

/** What is known before the first file is read. */
export interface ReportRun {
  readonly tool: { readonly name: string; readonly version: string };
  /** When the run began, ISO 8601 in UTC. */
  readonly startedAt: string;
  /** The day against which dates were judged. */
  readonly asOf: string;
  /** True when values, keys and names of pupils may be shown. */
  readonly identify: boolean;
  /** The mildest severity that makes the run fail. */
  readonly failOn: 'error' | 'query';
  /** Rules that were run, by code. */
  readonly rules: readonly ReportRule[];
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Whether an issue stood in the last file of the school already. */
export type IssueStatus = 'new' | 'still';

/** An issue with what the report knows beside it. */
export interface ReportIssue {
  readonly issue: Issue;
  /** LAESTAB of the record that it is about. */
  readonly school?: string;
  /** Year group of the pupil, where the file says it. */
  readonly yearGroup?: string;
  /** The day that the record is about: of a session, or the start of a spell. */
  readonly date?: string;
  /** The pupil's name as the file has it. Shown only with `identify`. */
  readonly pupil?: string;
  /** Present when there was a file to compare with. */
  readonly status?: IssueStatus;
}

/**
 * An issue as reports show it: what identifies a pupil (value, key, pupilKey, pupil) is there only when the run
 * allows it. The order of these fields is the order of columns in CSV.
 */
export interface ShownIssue {
  /** The file as it was given on the command line; null for the store. */
  readonly file: string | null;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly school: string | null;
  readonly yearGroup: string | null;
  readonly date: string | null;
  readonly kind: string | null;
  readonly field: string | null;
  readonly status: IssueStatus | null;
  readonly place: Place;
  readonly help: string;
  readonly value?: string | null;
  readonly key?: string | null;
  readonly pupilKey?: string | null;
  readonly pupil?: string | null;
}

export interface CodeFigures {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly count: number;
  /** Pupils that have it; 0 for what is about no pupil. */
  readonly pupils: number;
}

export interface YearGroupFigures {
  /** Null for pupils of whom the file doesn't say it. */
  readonly yearGroup: string | null;
  readonly pupils: number;
  readonly issues: SeverityCounts;
}

export interface MonthFigures {
  /** `YYYY-MM` of the day that the record is about. */
  readonly month: string;
  readonly issues: SeverityCounts;
}

/** Sessions of one half day of one week, by what they count as (see `attendanceCount` of the model). */
export interface SessionFigures {
  /** The week's Monday, `YYYY-MM-DD`. */
  readonly week: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly session: 'AM' | 'PM';
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly notPossible: number;
  /** Without a mark, or with one that is no code. */
  readonly unknown: number;
}

/** What became of issues since the last file of the same feed; codes that one of the two runs lacked are left out. */
export interface ComparisonFigures {
  readonly previous: {
    readonly name: string | null;
    readonly sha256: string | null;
    readonly checkedAt: string;
  };
  readonly new: number;
  readonly still: number;
  readonly fixed: number;
  readonly byCode: readonly {
    readonly code: string;
    readonly new: number;
    readonly still: number;
    readonly fixed: number;
  }[];
  /** Codes of rules that ran in one of the two alone, and so can't be compared. */
  readonly notCompared: readonly string[];
}

/** Why a file could not be read. */
export interface ReportFailure {
  readonly code: string;
  readonly message: string;
  readonly place: Place;
  readonly help: string;
}

/** Which file is meant; both null for the store. */
export interface ReportFile {
  /** As it was given on the command line. */
  readonly path: string | null;
  /** Base name; null for standard input. */
  readonly name: string | null;
}

/** All that is known of one file when it has been read. */
export interface FileFigures extends ReportFile {
  readonly sha256: string | null;
  readonly size: number | null;
  readonly format: string | null;
  readonly version: string | null;
  readonly seconds: number;
  /** LAESTABs of the schools that records are about, in order. */
  readonly schools: readonly string[];
  readonly records: number;
  readonly pupils: number;
  readonly byKind: Readonly<Partial<Record<RecordKind, number>>>;
  readonly issues: SeverityCounts;
  /** Issues that the report lists; fewer than there are when a limit was set. */
  readonly listed: number;
  /** Worst first, then the most frequent first. */
  readonly byCode: readonly CodeFigures[];
  /** In the order of schooling: N1, N2, R, 1 to 14, X, then what is not known. */
  readonly byYearGroup: readonly YearGroupFigures[];
  readonly byMonth: readonly MonthFigures[];
  /** By week, weekday and session; empty for files without marks. */
  readonly attendance: readonly SessionFigures[];
  readonly comparison: ComparisonFigures | null;
  /** Why the file couldn't be read; figures are those of what was read before, and nothing of it counts. */
  readonly error: ReportFailure | null;
}

/** The end of a run. */
export interface RunFigures {
  readonly files: number;
  /** Files that could not be read. */
  readonly unreadable: number;
  readonly records: number;
  readonly issues: SeverityCounts;
  readonly seconds: number;
  /** False when a file could not be read, or there are issues as severe as `failOn`. */
  readonly passed: boolean;
}

/**
 * Writes a report as text, piece by piece, in the order: begin, then for each file beginFile, issues any number
 * of times, endFile; then end. Each returns what to write next, which may be nothing. A writer keeps no more than
 * its form asks for: NDJSON and CSV nothing, JUnit what there is of each code, HTML the issues that it lists.
 */
export interface ReportWriter {
  begin(run: ReportRun): string;
  beginFile(file: ReportFile): string;
  issues(issues: readonly ReportIssue[]): string;
  endFile(figures: FileFigures): string;
  end(figures: RunFigures): string;
}

export const reportFormats = ['html', 'json', 'ndjson', 'csv', 'junit', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];
