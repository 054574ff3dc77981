import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the configurable CSV raises, by its code. */
export const profileIssues = {
  'profile-csv-too-long': {
    severity: 'error',
    message: 'A value is longer than its column takes; the row was left out.',
    help: 'Shorten it in the MIS, or give the column more room in the layout.',
  },
  'profile-csv-unmapped': {
    severity: 'error',
    message: 'A code has no value in the column’s map; the row was left out.',
    help: 'Add the code to the map of the layout.',
  },
  'profile-csv-required': {
    severity: 'error',
    message: 'A value that the column needs isn’t there; the row was left out.',
    help: 'Enter it in the MIS, or give the column a default in the layout.',
  },
  'profile-csv-character': {
    severity: 'query',
    message: 'A character isn’t in the encoding of the file, and was written as "?".',
    help: 'Use UTF-8 where the system that takes the file can, or correct the name there by hand.',
  },
} as const satisfies Record<string, IssueKind>;

export type ProfileIssueCode = keyof typeof profileIssues;
