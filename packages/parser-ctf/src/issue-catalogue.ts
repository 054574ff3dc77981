import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the CTF parser raises, by its code. Texts hold no data of a pupil. */
export const issueCatalogue = {
  'ctf-version-unknown': {
    severity: 'query',
    message: 'The version of the file is missing or is none that is documented.',
    help: 'The file was read as far as it is known. Check that the export is of the current version.',
  },
  'ctf-document-name': {
    severity: 'query',
    message: 'The document name in the header is not "Common Transfer File".',
    help: 'Check that the file is a CTF and not another transfer, such as an admissions transfer file (ATF).',
  },
  'ctf-partial-file': {
    severity: 'info',
    message: 'The file is partial: what it leaves out is unknown, not gone.',
    help: 'Nothing to do. Data that the file does not have must not be removed elsewhere because of it.',
  },
  'ctf-header-missing': {
    severity: 'query',
    message: 'Pupils come before the header, or there is no header.',
    help: 'Ask the supplier of the software for a file with a header, so that its school is known.',
  },
  'ctf-source-school-missing': {
    severity: 'query',
    message: 'The header names no school that the records could belong to.',
    help: 'Name the school when loading the file, or ask for an export with a source school.',
  },
  'ctf-school-from-file-name': {
    severity: 'info',
    message: 'The header names no source school; the school was taken from the name of the file.',
    help: 'Check that the file has the name that the export gave it.',
  },
  'ctf-school-from-destination': {
    severity: 'info',
    message: 'The source is no school; the records were put under the destination school.',
    help: 'Nothing to do if the file was made for that school by a service of the DfE or by the authority.',
  },
  'ctf-no-pupils': {
    severity: 'query',
    message: 'The file holds no pupil.',
    help: 'Check the selection of pupils in the export.',
  },
  'ctf-element-unknown': {
    severity: 'info',
    message:
      'An element that is not known here was kept as an extension. Told once for each kind of element.',
    help: 'Nothing to do. Tell the makers of Rollbook if its data should be read.',
  },
  'ctf-elements-unknown-more': {
    severity: 'info',
    message: 'More kinds of unknown elements were found than are told one by one.',
    help: 'Check that the file is a CTF.',
  },
  'ctf-element-misplaced': {
    severity: 'error',
    message: 'An element stands beside the header or the pupils that no version of the format has there.',
    help: 'It was kept whole and not read. Check that the file is a CTF, and ask the supplier of the software.',
  },
  'ctf-element-repeated': {
    severity: 'query',
    message:
      'An element that may stand once stands again; the first was read, the others were kept as extensions.',
    help: 'Ask the supplier of the software which of the values is right.',
  },
  'ctf-date-unreadable': {
    severity: 'query',
    message: 'A date can not be read.',
    help: 'Correct the date in the school’s system and export again. Dates are written YYYY-MM-DD.',
  },
  'ctf-number-unreadable': {
    severity: 'query',
    message: 'A number can not be read, or is out of its range.',
    help: 'Correct the value in the school’s system and export again.',
  },
  'ctf-flag-unreadable': {
    severity: 'query',
    message: 'A value that should be true or false is neither.',
    help: 'Correct the value in the school’s system and export again.',
  },
  'ctf-code-too-long': {
    severity: 'query',
    message: 'A value is too long to be a code.',
    help: 'Check what the field holds in the school’s system: a code is expected, not text.',
  },
  'ctf-school-number-unreadable': {
    severity: 'query',
    message: 'LA and establishment number do not make the number of a school.',
    help: 'Nothing to do for a school abroad or outside the sector; else correct the numbers.',
  },
  'ctf-start-date-missing': {
    severity: 'query',
    message: 'A spell has no start date.',
    help: 'Enter the start date in the school’s system and export again.',
  },
  'ctf-record-repeated': {
    severity: 'query',
    message:
      'A pupil has two records that nothing tells apart; one of them will take the place of the other.',
    help: 'Remove the double entry in the school’s system, or complete what tells the two apart.',
  },
  'ctf-pupil-unreadable': {
    severity: 'error',
    message: 'A pupil has neither a UPN nor a name, so nobody can tell who it is.',
    help: 'Complete the pupil’s identifiers in the school’s system and export again.',
  },
  'ctf-record-unreadable': {
    severity: 'error',
    message: 'What identifies a record is missing or can not be read.',
    help: 'Correct the field named in the school’s system and export again.',
  },
} as const satisfies Record<string, IssueKind>;

export type CtfIssueCode = keyof typeof issueCatalogue;
