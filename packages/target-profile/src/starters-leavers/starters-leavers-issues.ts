import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue of lists of starters and leavers, by its code. The last six are those of the import of One IYSS. */
export const startersLeaversIssues = {
  'starters-date-unreadable': {
    severity: 'error',
    message: 'A date is none, or not written dd/mm/yyyy; the cell counts as empty.',
    help: 'Correct the date in the list.',
  },
  'starters-row-long': {
    severity: 'query',
    message: 'A row has more cells than the header.',
    help: 'Look for a comma in a name that stands in no quotes.',
  },
  'starters-name-missing': {
    severity: 'error',
    message: 'A row has no name, or neither UPN nor date of birth: nobody can say whose it is.',
    help: 'Complete it in the list.',
  },
  'starters-client-unknown': {
    severity: 'query',
    message: 'A row is about somebody whom the service doesn’t know.',
    help: 'Check the names and the date of birth, or add the person.',
  },
  'starters-client-several': {
    severity: 'query',
    message: 'A row fits several people.',
    help: 'Find out which of them it is; a UPN tells them apart.',
  },
  'starters-client-without-row': {
    severity: 'info',
    message: 'Somebody whom the service has at this provider is in no row.',
    help: 'Ask the provider whether the person is still there.',
  },
  'starters-provider-unknown': {
    severity: 'query',
    message: 'The number of the provider is missing, or isn’t known.',
    help: 'Add the provider, or correct its number in the list.',
  },
  'starters-start-differs': {
    severity: 'query',
    message:
      'The same provider, with a start too far from the one that is known; a note is written and nothing changed.',
    help: 'Ask the provider which start is right.',
  },
  'starters-end-before-start': {
    severity: 'error',
    message: 'The end comes before the start.',
    help: 'Correct the dates in the list.',
  },
} as const satisfies Record<string, IssueKind>;

export type StartersLeaversIssueCode = keyof typeof startersLeaversIssues;
