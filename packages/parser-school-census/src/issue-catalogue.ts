import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the School Census parser raises, by its code. Texts hold no data of a pupil. */
export const issueCatalogue = {
  'census-header-missing': {
    severity: 'query',
    message: 'Pupils come before the header, or there is no header.',
    help: 'Ask the supplier of the software for a file with a header, so that school, year and term are known.',
  },
  'census-collection-unknown': {
    severity: 'query',
    message: 'The collection that the header names is missing, or is not the school census.',
    help: 'The file was read as a school census. Check that it is one, and not another return to the DfE.',
  },
  'census-round-unknown': {
    severity: 'query',
    message: 'Year or term of the collection is missing or can not be read.',
    help: 'Attendance was read without knowing its term. Check the header, and export again.',
  },
  'census-year-differs': {
    severity: 'query',
    message: 'The year of the collection is not that of its reference date.',
    help: 'Attendance was read by the reference date. Ask the supplier of the software which of the two is right.',
  },
  'census-school-missing': {
    severity: 'query',
    message: 'The header names no school that the records could belong to.',
    help: 'Name the school when loading the file, or ask for the return of a single school.',
  },
  'census-no-pupils': {
    severity: 'query',
    message: 'The file holds no pupil.',
    help: 'Check that the return was made with its pupil level.',
  },
  'census-element-unknown': {
    severity: 'info',
    message:
      'An element that is not known here was kept as an extension. Told once for each kind of element.',
    help: 'Nothing to do. Tell the makers of Rollbook if its data should be read.',
  },
  'census-elements-unknown-more': {
    severity: 'info',
    message: 'More kinds of unknown elements were found than are told one by one.',
    help: 'Check that the file is a school census.',
  },
  'census-element-misplaced': {
    severity: 'error',
    message: 'An element stands where no version of the format has one.',
    help: 'It was kept whole and not read. Check that the file is a school census, and ask the supplier of the software.',
  },
  'census-element-repeated': {
    severity: 'query',
    message:
      'An element that may stand once stands again; the first was read, the others were kept as extensions.',
    help: 'Ask the supplier of the software which of the values is right.',
  },
  'census-date-unreadable': {
    severity: 'query',
    message: 'A date can not be read.',
    help: 'Correct the date in the school’s system and make the return again. Dates are written YYYY-MM-DD.',
  },
  'census-number-unreadable': {
    severity: 'query',
    message: 'A number can not be read, or is out of its range.',
    help: 'Correct the value in the school’s system and make the return again.',
  },
  'census-flag-unreadable': {
    severity: 'query',
    message: 'A value that should be true or false is neither.',
    help: 'Correct the value in the school’s system and make the return again.',
  },
  'census-code-too-long': {
    severity: 'query',
    message: 'A value is too long to be a code.',
    help: 'Check what the field holds in the school’s system: a code is expected, not text.',
  },
  'census-leaving-date-missing': {
    severity: 'query',
    message: 'A pupil who is no longer on roll has no leaving date.',
    help: 'Enter the leaving date in the school’s system and make the return again.',
  },
  'census-start-date-missing': {
    severity: 'query',
    message: 'A spell or a suspension has no start date.',
    help: 'Enter the start date in the school’s system and make the return again.',
  },
  'census-record-repeated': {
    severity: 'query',
    message:
      'A pupil has two records that nothing tells apart; one of them will take the place of the other.',
    help: 'Remove the double entry in the school’s system, or complete what tells the two apart.',
  },
  'census-pupil-repeated': {
    severity: 'info',
    message: 'A pupil stands in the file twice, as one who left and came back does.',
    help: 'Both registrations were read. Where details differ, those that come later take the place of the first.',
  },
  'census-pupil-unreadable': {
    severity: 'error',
    message: 'A pupil has neither a UPN nor a name, so nobody can tell who it is.',
    help: 'Complete the pupil’s identifiers in the school’s system and make the return again.',
  },
  'census-record-unreadable': {
    severity: 'error',
    message: 'What identifies a record is missing or can not be read.',
    help: 'Correct the field named in the school’s system and make the return again.',
  },
} as const satisfies Record<string, IssueKind>;

export type CensusIssueCode = keyof typeof issueCatalogue;
