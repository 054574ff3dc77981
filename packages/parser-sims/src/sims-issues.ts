import type { Issue } from '@rollbook/parser-kit';

type IssueKind = Required<Pick<Issue, 'severity' | 'message' | 'help'>>;

/** Issues of SIMS's XML, beside those of all tables (`tableIssues`), which begin with `sims-` too. */
export const simsIssues = {
  'sims-report-empty': {
    severity: 'info',
    message: 'The report ran and found nobody.',
    help: 'Check its date and filters, if the school has pupils.',
  },
  'sims-element-beside': {
    severity: 'info',
    message: 'An element beside the records was not read. Told once for each name.',
    help: 'Nothing to do, unless it holds pupils.',
  },
} as const satisfies Record<string, IssueKind>;

export type SimsIssueCode = keyof typeof simsIssues;
