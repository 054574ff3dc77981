import type { Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that the iSAMS parser raises, by its code. Texts hold no data of a pupil. */
export const issueCatalogue = {
  'isams-error-document': {
    severity: 'error',
    message: 'The file is an error message of iSAMS and holds no data.',
    help: 'Look the message up in docs/formats/isams.md, and fetch the data again.',
  },
  'isams-nothing-found': {
    severity: 'query',
    message: 'The file holds nothing that is read.',
    help: 'Check which methods the school has allotted to the key, and which the request names.',
  },
  'isams-element-unknown': {
    severity: 'info',
    message: 'An element that is not known here was kept as an extension. Told once for each kind.',
    help: 'Nothing to do. Tell the makers of Rollbook if its data should be read.',
  },
  'isams-element-repeated': {
    severity: 'query',
    message:
      'An element that may stand once stands again; the first was read, the others kept as extensions.',
    help: 'Look in iSAMS which of the values is right.',
  },
  'isams-list-unread': {
    severity: 'info',
    message: 'A list of the file is not read, since no canonical record comes from it.',
    help: 'Nothing to do. Leave its method out of the request to make the file smaller.',
  },
  'isams-pupils-to-start': {
    severity: 'info',
    message: 'Pupils who have not started yet were left out.',
    help: 'Nothing to do. They come once they are on roll.',
  },
  'isams-pupil-unidentified': {
    severity: 'error',
    message: 'A pupil has neither a UPN, an id nor a name, so nobody can tell who it is.',
    help: 'Complete the pupil in iSAMS and export again.',
  },
  'isams-record-unidentified': {
    severity: 'error',
    message: 'What identifies a record is missing or can not be read.',
    help: 'Correct the field named in iSAMS and export again.',
  },
  'isams-record-repeated': {
    severity: 'query',
    message: 'Two records have the same key; one of them will take the place of the other.',
    help: 'Remove the double entry in iSAMS, or complete what tells the two apart.',
  },
  'isams-pupil-unknown': {
    severity: 'error',
    message: 'A record belongs to a pupil whom the file does not have.',
    help: 'Ask for former pupils too, or check the filters of the key in iSAMS.',
  },
  'isams-pupils-missing': {
    severity: 'query',
    message: 'The file has no pupils, so its records are tied to them by the ids of iSAMS.',
    help: 'Ask for pupils in the same request, or give their keys in the option pupilKeys.',
  },
  'isams-house-unknown': {
    severity: 'info',
    message: 'A house is named by its id only, and no list of houses stands before the pupils.',
    help: 'The id was kept as an extension. Ask for the list of academic houses in the same request.',
  },
  'isams-date-unreadable': {
    severity: 'query',
    message: 'A date can not be read.',
    help: 'Correct the date in iSAMS and export again.',
  },
  'isams-number-unreadable': {
    severity: 'query',
    message: 'A number can not be read, or is out of its range.',
    help: 'Correct the value in iSAMS and export again.',
  },
  'isams-flag-unreadable': {
    severity: 'query',
    message: 'A value that should be true or false is neither.',
    help: 'Correct the value in iSAMS and export again.',
  },
  'isams-year-unreadable': {
    severity: 'query',
    message: 'A year group is none that is known: iSAMS has -2 to 13.',
    help: 'Correct the year group in iSAMS and export again.',
  },
  'isams-text-unmapped': {
    severity: 'query',
    message: 'A text has no code of the DfE. Told once for each text.',
    help: 'It was kept as sent. Choose an entry in iSAMS that the DfE’s list has.',
  },
  'isams-code-too-long': {
    severity: 'query',
    message: 'A value is too long to be a code.',
    help: 'It was kept as sent beside the record. Check what the field holds in iSAMS.',
  },
  'isams-period-not-statutory': {
    severity: 'info',
    message: 'Marks of a registration period that is no statutory session were left out.',
    help: 'Nothing to do. If the period is a session, name it in the option statutoryPeriods.',
  },
  'isams-mark-superseded': {
    severity: 'query',
    message: 'A pupil has two marks for one session; the one registered later was taken.',
    help: 'Check the registers of that session in iSAMS, and name the statutory periods.',
  },
  'isams-mark-repeated': {
    severity: 'query',
    message: 'A pupil has two marks for one session in different places of the file; the last one counts.',
    help: 'Check the registers of that session in iSAMS, and name the statutory periods.',
  },
  'isams-registration-code-unknown': {
    severity: 'query',
    message: 'A registration code is an id that no list of codes explains. Told once for each id.',
    help: 'Ask for the registration codes in the same request, or give the option registrationCodes.',
  },
  'isams-registration-code-unmapped': {
    severity: 'query',
    message: 'A registration code of the school has no code of the DfE. Told once for each code.',
    help: 'It was kept as sent. Tie it to a government code in iSAMS, or give the option registrationCodes.',
  },
  'isams-address-private': {
    severity: 'info',
    message: 'An address that the school holds back was read and flagged in the extensions.',
    help: 'Do not pass it on without asking the school.',
  },
  'isams-total-changed': {
    severity: 'query',
    message: 'The number of pupils that the school’s server gave is not what it said it would give.',
    help: 'Pupils came or left while the data was read. Read it again.',
  },
} as const satisfies Record<string, IssueKind>;

export type IsamsIssueCode = keyof typeof issueCatalogue;
