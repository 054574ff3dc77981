import type { Severity } from '../issue.js';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Issues of tables. A parser puts its own id in front: `sims-date-unreadable`. Texts hold no data of a pupil. */
export const tableIssues = {
  'column-unknown': {
    severity: 'info',
    message: 'A column that is not known here was kept as an extension. Told once for each column.',
    help: 'Nothing to do. To have it read, say what it means in the aliases or in a mapping.',
  },
  'column-unnamed': {
    severity: 'info',
    message: 'A column has values and no heading. They were kept as an extension. Told once for each column.',
    help: 'Give the column a heading in the report.',
  },
  'title-rows': {
    severity: 'info',
    message: 'There are rows above the headings. They were read for dates and left out.',
    help: 'Nothing to do.',
  },
  'header-repeated': {
    severity: 'info',
    message: 'The headings stand again between the rows. Told once.',
    help: 'Nothing to do.',
  },
  'row-total': {
    severity: 'info',
    message: 'A row of totals, or of words under the table, was left out.',
    help: 'Nothing to do, when the row is no pupil.',
  },
  'row-repeated': {
    severity: 'info',
    message: 'A row says again what was said before.',
    help: 'Nothing to do. A report over several lists gives one row for each combination.',
  },
  'row-unidentified': {
    severity: 'error',
    message: 'A row names no pupil: neither UPN nor id nor name.',
    help: 'Put the UPN, or surname, forename and date of birth, into the report.',
  },
  'row-too-long': {
    severity: 'query',
    message:
      'A row has more cells than there are headings, so that its values may stand under the wrong ones.',
    help: 'Look for a comma inside a value that is not in quotes.',
  },
  'pupil-differs': {
    severity: 'query',
    message: 'Rows of one pupil say different things in a column about the pupil; the first was taken.',
    help: 'Check which is right, and put several values into a column of their own.',
  },
  'pupil-again': {
    severity: 'query',
    message: 'The pupil comes again, apart from the rows before, with other values.',
    help: 'Sort the report by pupil, and check that the pupil is in the school once.',
  },
  'pupil-more': {
    severity: 'info',
    message:
      'The pupil comes again, apart from the rows before, with columns that were empty or missing there.',
    help: 'Nothing to do. Sorting the report by pupil makes one record of them.',
  },
  'record-repeated': {
    severity: 'query',
    message: 'The same thing is said twice of a pupil, with other values.',
    help: 'Check which is right. The last one is what a store keeps.',
  },
  'record-unreadable': {
    severity: 'error',
    message: 'A row lacks what makes it a record of its kind, or that can not be read.',
    help: 'Complete the row, or the column, and export again.',
  },
  'date-unreadable': {
    severity: 'error',
    message: 'A date can not be read.',
    help: 'Use DD/MM/YYYY or YYYY-MM-DD, and days that the calendar has.',
  },
  'date-serial': {
    severity: 'info',
    message: 'Dates came as a spreadsheet’s day numbers. Told once for each column.',
    help: 'Format the column as a date before saving the sheet as text.',
  },
  'flag-unreadable': {
    severity: 'error',
    message: 'A value is neither yes nor no.',
    help: 'Use Y and N, Yes and No, or True and False.',
  },
  'number-unreadable': {
    severity: 'error',
    message: 'A value is no whole number of the kind that belongs here.',
    help: 'Use figures alone.',
  },
  'year-unreadable': {
    severity: 'error',
    message: 'A year group can not be read.',
    help: 'Use N1, N2, R, or 1 to 14.',
  },
  'session-unreadable': {
    severity: 'error',
    message: 'A session is neither AM nor PM.',
    help: 'Use AM and PM.',
  },
  'code-unknown': {
    severity: 'query',
    message: 'A value is neither a code nor a description that is known here; it was kept as it is.',
    help: 'Use the codes of the DfE, or say in the options what the value means.',
  },
  'code-too-long': {
    severity: 'error',
    message: 'A value is too long for a code.',
    help: 'Use the codes of the DfE.',
  },
  'name-split': {
    severity: 'info',
    message: 'Names came whole in one column and were divided. Told once.',
    help: 'Put surname and forename into columns of their own.',
  },
  'name-unreadable': {
    severity: 'query',
    message: 'A name can not be divided into surname and forename; it was taken as surname.',
    help: 'Put surname and forename into columns of their own.',
  },
  'school-unreadable': {
    severity: 'error',
    message: 'The number of a school can not be read.',
    help: 'Use the LA number and the establishment number, seven digits in all.',
  },
  'school-missing': {
    severity: 'query',
    message: 'The file does not say which school it is of.',
    help: 'Name the school (seven digits, LA and establishment number) when the file is parsed or loaded.',
  },
  'percentage-differs': {
    severity: 'query',
    message: 'The percentage of attendance does not follow from the sessions.',
    help: 'Check whether the sessions attended include approved activities off site.',
  },
  'marks-length': {
    severity: 'query',
    message: 'A string of marks does not fit the days that it is said to cover.',
    help: 'Say whether the string has every day of the calendar or school weeks of five days.',
  },
  'sheet-skipped': {
    severity: 'info',
    message: 'A sheet was left out: hidden, empty, or without headings that are known.',
    help: 'Nothing to do, when the sheet holds no pupils.',
  },
  'no-pupils': {
    severity: 'query',
    message: 'The file holds no pupil.',
    help: 'Check the selection of pupils in the report.',
  },
  'formula-without-value': {
    severity: 'error',
    message: 'A cell holds a formula whose result was not saved.',
    help: 'Open the workbook in a spreadsheet program and save it again.',
  },
  'cell-error': {
    severity: 'error',
    message: 'A cell holds an error of the spreadsheet, such as #N/A, in place of a value.',
    help: 'Mend the formula, or empty the cell.',
  },
} as const satisfies Record<string, IssueKind>;

export type TableIssueCode = keyof typeof tableIssues;
