import type { Issue, Severity } from '@rollbook/parser-kit';

/** How often one code was met. */
export interface CodeCount {
  readonly code: string;
  /** The worst severity with which it was met. */
  readonly severity: Severity;
  /** Message of the first such issue; holds no pupil's data. */
  readonly message: string;
  readonly count: number;
}

/** What a report says first. */
export interface IssueSummary {
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Errors first, then queries, then the rest; the most frequent first within each. */
  readonly byCode: readonly CodeCount[];
}

export interface IssueCounter {
  readonly add: (issue: Issue) => void;
  readonly summary: () => IssueSummary;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, query: 1, info: 2 };

/** Counts issues as they pass, for files whose issues shouldn't be kept; it remembers one line for each code. */
export function createIssueCounter(): IssueCounter {
  const bySeverity: Record<Severity, number> = { error: 0, query: 0, info: 0 };
  const byCode = new Map<string, { severity: Severity; readonly message: string; count: number }>();
  let total = 0;
  return {
    add({ code, severity, message }) {
      total++;
      bySeverity[severity]++;
      const known = byCode.get(code);
      if (!known) {
        byCode.set(code, { severity, message, count: 1 });
        return;
      }
      known.count++;
      if (ORDER[severity] < ORDER[known.severity]) known.severity = severity;
    },
    summary: () => ({
      total,
      bySeverity: { ...bySeverity },
      byCode: [...byCode]
        .map(([code, counted]) => ({ code, ...counted }))
        .sort(
          (a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1),
        ),
    }),
  };
}

/** Counts of issues by severity and by code. */
export function summarise(issues: Iterable<Issue>): IssueSummary {
  const counter = createIssueCounter();
  for (const issue of issues) counter.add(issue);
  return counter.summary();
}
