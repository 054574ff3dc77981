import type { Issue } from '@rollbook/parser-kit';
import type { Place } from '@rollbook/model';

/** Issues of this parser beside those of every table (`spreadsheet-date-unreadable` and so on). */
export const spreadsheetIssues = {
  'sheet-missing': {
    severity: 'query',
    message: 'The mapping names a sheet that the file does not have.',
    help: 'Check the name of the sheet in the file and in the mapping.',
  },
  'header-missing': {
    severity: 'error',
    message: 'A sheet has no row with the headings that the mapping names.',
    help: 'Check whether the sheet was changed. Make a new mapping with rollbook map, or say headerRow.',
  },
  'column-missing': {
    severity: 'query',
    message: 'The mapping names a column that the sheet does not have.',
    help: 'Check the heading in the file and in the mapping.',
  },
  'column-ignored': {
    severity: 'info',
    message: 'A column was left out, as the mapping says. Told once for each column.',
    help: 'Nothing to do.',
  },
  'sheet-hidden': {
    severity: 'info',
    message: 'A sheet is hidden and was left out.',
    help: 'Name it in the mapping if it is to be read.',
  },
  'sheet-unclear': {
    severity: 'query',
    message: 'No headings were found in a sheet, and its values do not say what they are.',
    help: 'Write the headings into the first row, or say in the mapping what the columns hold.',
  },
  'header-guessed': {
    severity: 'query',
    message: 'None of the headings is known; which row holds them was judged by what stands below.',
    help: 'Check headerRow and the columns in the mapping.',
  },
  'no-headings': {
    severity: 'query',
    message:
      'A sheet begins with values and not with headings; its columns were judged by their values alone.',
    help: 'Check every column in the mapping.',
  },
  'dates-ambiguous': {
    severity: 'info',
    message:
      'No date of a column has a day above the 12th, so that nothing shows whether days or months come first; days were taken.',
    help: 'Say dateOrder: mdy in the mapping if months come first.',
  },
  'dates-mixed': {
    severity: 'query',
    message: 'Some dates of a column can only begin with the day, and others only with the month.',
    help: 'Correct the dates in the sheet: which of the others are wrong can not be told.',
  },
  'zeros-lost': {
    severity: 'info',
    message: 'Numbers of a column seem to have lost zeros at their beginning; the mapping puts them back.',
    help: 'Check pad in the mapping.',
  },
  'no-identity': {
    severity: 'query',
    message: 'No column of a sheet says which pupil a row is about.',
    help: 'Map a column to pupil.upn, or columns to pupil.surname, pupil.forename and pupil.birthDate.',
  },
  'school-missing': {
    severity: 'query',
    message: 'Neither the file nor the mapping says which school it is of.',
    help: 'Write school: and seven digits (LA and establishment number) into the mapping, or name the school when the file is read.',
  },
} as const satisfies Record<string, Pick<Issue, 'severity' | 'message' | 'help'>>;

export type SpreadsheetIssueCode = keyof typeof spreadsheetIssues;

export function spreadsheetIssue(code: SpreadsheetIssueCode, place: Place, field?: string): Issue {
  const { severity, message, help } = spreadsheetIssues[code];
  const issue: Issue = { code: `spreadsheet-${code}`, severity, message, place, help };
  if (field !== undefined) issue.field = field;
  return issue;
}
