import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the OneRoster parser raises, by its code. Texts hold no data of a pupil. */
export const issueCatalogue = {
  'oneroster-file-unread': {
    severity: 'info',
    message: 'No canonical record comes from this file of the set.',
    help: 'Nothing to do. Pupils are in users.csv, demographics.csv, roles.csv and enrollments.csv.',
  },
  'oneroster-no-rows': {
    severity: 'query',
    message: 'The file has headings and no rows.',
    help: 'Check the selection of the export: the standard asks for a row in each file that is sent.',
  },
  'oneroster-headings-differ': {
    severity: 'info',
    message: 'The headings are not in the order and letters of the standard.',
    help: 'Nothing to do: columns were found by their names.',
  },
  'oneroster-heading-missing': {
    severity: 'query',
    message: 'A column that the standard requires is missing.',
    help: 'Ask the supplier to send all required columns.',
  },
  'oneroster-heading-repeated': {
    severity: 'query',
    message: 'A heading stands twice; the first column was read, the other kept as an extension.',
    help: 'Ask the supplier to send each column once.',
  },
  'oneroster-column-unknown': {
    severity: 'info',
    message: 'A column that is not of the standard was kept as an extension. Told once for each.',
    help: 'Nothing to do. Tell the makers of Rollbook if its data should be read.',
  },
  'oneroster-password-left-out': {
    severity: 'info',
    message: 'The file has passwords. They were left out.',
    help: 'Ask the supplier to send no passwords.',
  },
  'oneroster-row-too-long': {
    severity: 'query',
    message: 'A row has more cells than there are headings.',
    help: 'A cell with a comma may lack its quotes. The cells were kept as extensions.',
  },
  'oneroster-row-unidentified': {
    severity: 'error',
    message: 'What identifies a row is missing or can not be read.',
    help: 'Complete the row in the MIS and export again.',
  },
  'oneroster-to-be-deleted': {
    severity: 'query',
    message: 'A row says that something is to be deleted. Nothing was made of it.',
    help: 'Check whether the pupil has left, and record the leaving date.',
  },
  'oneroster-staff-unread': {
    severity: 'info',
    message: 'Rows about people who are neither pupils nor contacts were left alone. Told once.',
    help: 'Nothing to do.',
  },
  'oneroster-role-unknown': {
    severity: 'query',
    message: 'Users have no role and nothing that marks a pupil or a contact; they were left out. Told once.',
    help: 'Read roles.csv before users.csv, with the same links.',
  },
  'oneroster-contact-unnamed': {
    severity: 'info',
    message:
      'Parents, guardians or relatives are named by no pupil of the file, so they are nobody’s contact.',
    help: 'Pupils name their contacts in agentSourcedIds. Send both in one file.',
  },
  'oneroster-agent-missing': {
    severity: 'query',
    message: 'A pupil names contacts that the file does not have. Told once.',
    help: 'Send parents and guardians in the same users.csv.',
  },
  'oneroster-too-many': {
    severity: 'error',
    message: 'The file has more rows than can be joined; what came later was left out.',
    help: 'Divide the file by school.',
  },
  'oneroster-record-repeated': {
    severity: 'query',
    message: 'Two records have the same key; one of them will take the place of the other.',
    help: 'Remove the double entry and export again.',
  },
  'oneroster-upn-differs': {
    severity: 'query',
    message: 'A user has two UPNs; the first was taken.',
    help: 'Correct the UPN in the MIS. The other was kept as an extension.',
  },
  'oneroster-date-unreadable': {
    severity: 'query',
    message: 'A date can not be read.',
    help: 'Correct the date and export again. The standard has YYYY-MM-DD.',
  },
  'oneroster-year-unreadable': {
    severity: 'query',
    message: 'A grade is no year group that is known. Told once for each.',
    help: 'It was kept as sent. Use R and 1 to 14.',
  },
  'oneroster-text-unmapped': {
    severity: 'query',
    message: 'A value has no code of the DfE. Told once for each.',
    help: 'It was kept as sent.',
  },
  'oneroster-code-too-long': {
    severity: 'query',
    message: 'A value is too long to be a code.',
    help: 'It was kept as sent beside the record.',
  },
} as const satisfies Record<string, IssueKind>;

export type OneRosterIssueCode = keyof typeof issueCatalogue;
