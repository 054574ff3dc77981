import type { Severity } from '@rollbook/parser-kit';
import type { SeverityCounts } from '../report.js';

/** Worst first. */
export const severities = ['error', 'query', 'info'] as const satisfies readonly Severity[];

/** What a severity asks of whoever reads the page. */
export const severityMeaning: Readonly<Record<Severity, string>> = {
  error: 'not fit to load until put right',
  query: 'someone should look',
  info: 'told for completeness',
};

export const severityPlural: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  query: 'Queries',
  info: 'Infos',
};

export const severityName: Readonly<Record<Severity, string>> = {
  error: 'Error',
  query: 'Query',
  info: 'Info',
};

/** All issues, whatever their severity. */
export const totalOf = (counts: SeverityCounts): number => counts.error + counts.query + counts.info;

/** Counts of two things put together. */
export function addCounts(a: SeverityCounts, b: SeverityCounts): SeverityCounts {
  return { error: a.error + b.error, query: a.query + b.query, info: a.info + b.info };
}
