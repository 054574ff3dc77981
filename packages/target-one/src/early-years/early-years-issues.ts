import type { Place } from '@rollbook/model';
import type { Issue, Severity } from '@rollbook/parser-kit';

interface EarlyYearsIssueKind {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly help: string;
}

const CAP_HELP =
  'Ask the settings how the family shares the hours between them; together they are funded up to the limit alone.';
const SAVE_AGAIN = 'Correct it in the system that the file comes from, and write the file again.';

/** What readers, writers and the check of hours across settings say, by code. What rules say stands in the rules. */
export const earlyYearsIssues = {
  'early-years-cap-funded': {
    severity: 'error',
    title: 'Universal hours over the limit across settings',
    message:
      'A child has more universal or additional-support hours at its settings together than the limit.',
    help: CAP_HELP,
  },
  'early-years-cap-extended': {
    severity: 'error',
    title: 'Extended hours over the limit across settings',
    message: 'A child has more extended hours at its settings together than the limit.',
    help: CAP_HELP,
  },
  'early-years-cap-expanded': {
    severity: 'error',
    title: 'Expanded hours over the limit across settings',
    message: 'A child has more expanded hours at its settings together than the limit.',
    help: CAP_HELP,
  },
  'early-years-cap-total': {
    severity: 'error',
    title: 'Funded hours in all over the limit across settings',
    message: 'A child has more funded hours of all kinds at its settings together than the limit.',
    help: CAP_HELP,
  },
  'early-years-cap-yearly': {
    severity: 'error',
    title: 'Yearly hours over the limit across settings',
    message: 'A child’s hours and weeks at its settings together are more than the hours of a year.',
    help: 'Look at the weeks of each setting: a stretched offer has fewer hours a week over more weeks.',
  },
  'early-years-child-twice': {
    severity: 'error',
    title: 'Child twice at one setting',
    message: 'A setting has the same child more than once.',
    help: 'Put the hours into one row, and take the other out.',
  },
  'early-years-provider-missing': {
    severity: 'error',
    title: 'Funding without a setting',
    message: 'Funded hours name no setting, so that they stand in no return.',
    help: 'Enter the setting’s URN as the provider of the hours.',
  },
  'early-years-provider-unknown': {
    severity: 'error',
    title: 'Funding of an unknown setting',
    message: 'Funded hours name a setting that isn’t among those of the return.',
    help: 'Add the setting, or correct its URN; children at schools go into the school census.',
  },
  'early-years-value-unreadable': {
    severity: 'error',
    title: 'A value that can’t be read',
    message: 'A value is none of its kind, and is left out.',
    help: SAVE_AGAIN,
  },
  'early-years-element-unknown': {
    severity: 'info',
    title: 'An element that isn’t known',
    message: 'An element of the return isn’t known, and is passed over.',
    help: 'Nothing to do, unless something is missing; then give the name by the option `names`.',
  },
  'early-years-element-twice': {
    severity: 'query',
    title: 'An element stands twice',
    message: 'An element that stands once stands again; the first is taken.',
    help: SAVE_AGAIN,
  },
  'early-years-setting-missing': {
    severity: 'error',
    title: 'Children or staff without a setting',
    message: 'A record stands before any setting, so that nobody knows whose it is; it is passed over.',
    help: SAVE_AGAIN,
  },
  'early-years-urn-missing': {
    severity: 'error',
    title: 'Setting without a URN',
    message: 'A setting has no URN, so that it and its children are passed over.',
    help: SAVE_AGAIN,
  },
  'early-years-row-unknown': {
    severity: 'error',
    title: 'A row of no known kind',
    message: 'A row begins with none of the letters of the return, and is passed over.',
    help: SAVE_AGAIN,
  },
  'early-years-row-long': {
    severity: 'query',
    title: 'A row with more cells than columns',
    message: 'A row has more cells than there are columns; those over are passed over.',
    help: 'Look for a comma that a spreadsheet or editor put in, and save the file as CSV again.',
  },
  'headcount-column-unknown': {
    severity: 'query',
    title: 'A column that isn’t known',
    message: 'A column of the headcount isn’t known, and nothing of it is read.',
    help: 'Rename the column as in docs/formats/one-early-years.md if it is to be read.',
  },
  'headcount-column-twice': {
    severity: 'error',
    title: 'A column stands twice',
    message: 'A heading of the headcount stands twice; the first column is taken.',
    help: 'Take one of the two columns out.',
  },
  'headcount-parent-ni-left': {
    severity: 'info',
    title: 'National insurance numbers are left out',
    message: 'The file has parents’ national insurance numbers; they are not read.',
    help: 'Nothing to do. They are for the council’s own check of eligibility alone.',
  },
  'headcount-setting-missing': {
    severity: 'error',
    title: 'A row without a setting',
    message: 'A row has no URN of a setting, and is passed over.',
    help: 'Enter the setting’s URN in the row.',
  },
  'headcount-child-missing': {
    severity: 'error',
    title: 'A row without a child',
    message: 'A row has neither a reference nor a name of a child, and is passed over.',
    help: 'Enter the child in the row, or take the row out.',
  },
} as const satisfies Record<string, EarlyYearsIssueKind>;

export type EarlyYearsIssueCode = keyof typeof earlyYearsIssues;

/** An issue of the early years census or headcount. */
export function earlyYearsIssue(
  code: EarlyYearsIssueCode,
  place: Place,
  more: { field?: string; value?: string; record?: NonNullable<Issue['record']> } = {},
): Issue {
  const { severity, message, help } = earlyYearsIssues[code];
  return { code, severity, message, place, help, ...more };
}
