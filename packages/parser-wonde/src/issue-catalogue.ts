import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the Wonde parser raises, by its code. Texts hold no data of a pupil. */
export const issueCatalogue = {
  'wonde-error-answer': {
    severity: 'error',
    message: 'The file is an error answer of Wonde and holds no data.',
    help: 'Look at the error in the value, and ask again: most often the token lacks a permission or an include.',
  },
  'wonde-nothing-found': {
    severity: 'query',
    message: 'The file holds nothing that is read.',
    help: 'Check which address of the API was saved, and which permissions the school has given.',
  },
  'wonde-list-unread': {
    severity: 'info',
    message: 'The file has objects that no canonical record comes from; they were left alone. Told once.',
    help: 'Nothing to do: staff, classes, behaviour, lessons and the like are out of scope.',
  },
  'wonde-member-unknown': {
    severity: 'info',
    message: 'A member that is not known here was kept as an extension. Told once for each.',
    help: 'Nothing to do. Tell the makers of Rollbook if its data should be read.',
  },
  'wonde-not-kept': {
    severity: 'info',
    message: 'Photos and medical words were left out. Told once for each member.',
    help: 'Nothing to do. Leave the include out of the request: the data is not needed.',
  },
  'wonde-kind-assumed': {
    severity: 'query',
    message: 'Objects say too little to tell pupils from contacts or staff; they were taken for pupils.',
    help: 'Ask for pupils with the include education_details, which the UPN is in as well.',
  },
  'wonde-pupil-unidentified': {
    severity: 'error',
    message: 'A pupil has neither a UPN, an id nor a name, so nobody can tell who it is.',
    help: 'Complete the pupil in the MIS and fetch the data again.',
  },
  'wonde-record-unidentified': {
    severity: 'error',
    message: 'What identifies a record is missing or can not be read.',
    help: 'Correct the field named in the MIS, or ask for the include that holds it, and fetch the data again.',
  },
  'wonde-record-repeated': {
    severity: 'query',
    message: 'Two records have the same key; one of them will take the place of the other.',
    help: 'Remove the double entry in the MIS, or check whether a page was saved twice.',
  },
  'wonde-pupil-unknown': {
    severity: 'error',
    message: 'A record belongs to a pupil whom the file does not have.',
    help: 'Save all pages of pupils, leavers too, or ask for the include that names the pupil.',
  },
  'wonde-pupils-missing': {
    severity: 'query',
    message: 'The file has no pupils, so its records are tied to them by the ids of Wonde.',
    help: 'Put the pages of pupils before them, ask for the include student.education_details, or give pupilKeys.',
  },
  'wonde-mark-code-missing': {
    severity: 'error',
    message: 'A mark has no code but an id that no list of attendance codes explains.',
    help: 'Ask for the include attendance_code, or put the saved list of attendance codes before the marks.',
  },
  'wonde-date-unreadable': {
    severity: 'query',
    message: 'A date can not be read.',
    help: 'Correct the date in the MIS and fetch the data again.',
  },
  'wonde-number-unreadable': {
    severity: 'query',
    message: 'A number can not be read, or is out of its range.',
    help: 'Correct the value in the MIS and fetch the data again.',
  },
  'wonde-flag-unreadable': {
    severity: 'query',
    message: 'A value that should be true or false is neither.',
    help: 'Correct the value in the MIS and fetch the data again.',
  },
  'wonde-year-unreadable': {
    severity: 'query',
    message: 'A year group is none that is known.',
    help: 'Correct the national curriculum year in the MIS and fetch the data again.',
  },
  'wonde-uln-unreadable': {
    severity: 'query',
    message: 'A learner number is no ULN: its check digit does not agree.',
    help: 'It was kept as an extension. Correct the ULN in the MIS.',
  },
  'wonde-text-unmapped': {
    severity: 'query',
    message: 'A text has no code of the DfE. Told once for each text.',
    help: 'It was kept as sent. Choose an entry in the MIS that the DfE’s list has.',
  },
  'wonde-code-too-long': {
    severity: 'query',
    message: 'A value is too long to be a code.',
    help: 'It was kept as sent beside the record. Check what the field holds in the MIS.',
  },
  'wonde-value-unreadable': {
    severity: 'query',
    message: 'A member holds an object or a list where a single value belongs. Told once for each.',
    help: 'It was kept as an extension. Tell the makers of Rollbook.',
  },
} as const satisfies Record<string, IssueKind>;

export type WondeIssueCode = keyof typeof issueCatalogue;
