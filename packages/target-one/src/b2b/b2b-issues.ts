import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that writing and reading B2B XML raises, by its code. */
export const b2bIssues = {
  'b2b-experimental': {
    severity: 'info',
    message: 'The file was made or read by element names of which most are unconfirmed.',
    help: 'Try it on a test system of ONE; docs/formats/one-b2b.md lists the names.',
  },
  'b2b-guid-missing': {
    severity: 'query',
    message: 'A pupil or contact has no GUID, by which ONE would match first; it was written without.',
    help: 'Give the export a namespace for GUIDs.',
  },
  'b2b-mark-unwritable': {
    severity: 'query',
    message: 'A session has two marks, or a code of more than one letter, for which the string has no room.',
    help: 'Look at the register of that day in the MIS.',
  },
  'b2b-mark-elsewhere': {
    severity: 'query',
    message: 'A session was at another school, and is not in the string of this one.',
    help: 'Nothing to do, if the other school sends it.',
  },
  'b2b-reason-left-out': {
    severity: 'query',
    message:
      'An exclusion has more reasons than the form has room for: one in the old, three in the new; the first were written.',
    help: 'Write the form with several reasons, which ONE takes from release 3.72 on.',
  },
  'b2b-element-unknown': {
    severity: 'query',
    message: 'An element is not known; it was kept under its own name.',
    help: 'Compare it with the schema that MRI gave the council.',
  },
} as const satisfies Record<string, IssueKind>;

export type B2bIssueCode = keyof typeof b2bIssues;
