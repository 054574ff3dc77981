import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that reading a return raises, by its code. What is wrong with the data is for the rules. */
export const nccisIssues = {
  'nccis-doctype': {
    severity: 'info',
    message: 'The file has a DOCTYPE, which was passed over.',
    help: 'Nothing to do: what it names was not read. The schema of the return has none.',
  },
  'nccis-bare-ampersand': {
    severity: 'query',
    message: 'An "&" is not written as "&amp;"; it was taken for itself.',
    help: 'Report it to the supplier of the software: the NCCIS site refuses such a file.',
  },
  'nccis-spelling': {
    severity: 'info',
    message: 'An element or column has another spelling than the schema.',
    help: 'It was read all the same. Report it to the supplier if the NCCIS site refuses the file.',
  },
  'nccis-element-unknown': {
    severity: 'query',
    message:
      'An element or column is not known, or stands where it should not; it was kept beside the record.',
    help: 'Check the version of the return. Such an element is not in the schema that is known here.',
  },
  'nccis-element-repeated': {
    severity: 'query',
    message:
      'An element stands twice where one is expected; the first was taken, and the rest kept beside the record.',
    help: 'Report it to the supplier of the software.',
  },
  'nccis-header-missing': {
    severity: 'query',
    message: 'Records come before the FileHeader, or there is none.',
    help: 'Ask for a file with its header: who leads is checked against it.',
  },
  'nccis-no-people': {
    severity: 'query',
    message: 'The file holds no young person.',
    help: 'Check the selection of the export.',
  },
  'nccis-row-long': {
    severity: 'query',
    message: 'A row has more cells than the header; the rest was kept beside the record.',
    help: 'Look for a comma in a name or address that stands in no quotes.',
  },
  'nccis-date-unreadable': {
    severity: 'query',
    message: 'A date is none, or not written CCYY-MM-DD; it was kept as it was sent.',
    help: 'Correct the date in the local system.',
  },
  'nccis-identity-missing': {
    severity: 'error',
    message: 'The record has no id, no UPN and no name, so that nobody can say whose it is.',
    help: 'Correct it in the local system.',
  },
} as const satisfies Record<string, IssueKind>;

export type NccisIssueCode = keyof typeof nccisIssues;
