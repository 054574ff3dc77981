import type { Severity } from '@rollbook/parser-kit';

interface PreviewIssueKind {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly help: string;
}

/**
 * What a preview says of a pupil, by code. For a school's data manager, who corrects it at source: in the MIS. Sources: One
 * Education help on matching, data processing rules and conflicts; shared/formats/targets.md 1.4, 1.5 and 1.9.
 */
export const onePreviewIssues = {
  'one-surname-missing': {
    severity: 'error',
    title: 'No legal surname',
    message: 'The pupil has no legal surname.',
    help: 'Enter the legal surname in the MIS; a preferred one isn’t enough.',
  },
  'one-forename-missing': {
    severity: 'error',
    title: 'No legal forename',
    message: 'The pupil has no legal forename.',
    help: 'Enter the legal forename in the MIS; a preferred one isn’t enough.',
  },
  'one-birth-date-missing': {
    severity: 'error',
    title: 'No date of birth',
    message: 'The pupil has no date of birth.',
    help: 'Enter the date of birth in the MIS.',
  },
  'one-sex-unknown': {
    severity: 'error',
    title: 'Sex is neither F nor M',
    message: 'The pupil’s sex is missing, or is neither F nor M.',
    help: 'Enter the legal sex in the MIS; gender identity has a field of its own.',
  },
  'one-name-spaces': {
    severity: 'query',
    title: 'Spaces in a name',
    message: 'A name begins or ends with a space, or has two together.',
    help: 'Take the spaces out in the MIS: they keep the name from being found.',
  },
  'one-guid-missing': {
    severity: 'info',
    title: 'No GUID',
    message: 'The pupil has no GUID, by which it would be matched first.',
    help: 'Match pupils in the loader, or give the export a namespace for GUIDs.',
  },
  'one-address-free-text': {
    severity: 'info',
    title: 'Address in lines',
    message: 'The address is in lines only, without UPRN or parts.',
    help: 'Choose the address from the gazetteer in the MIS, where it can.',
  },
  'one-address-unknown': {
    severity: 'info',
    title: 'Address not in ONE',
    message: 'ONE doesn’t know the address, or nobody can tell; it is written only where it does.',
    help: 'An officer adds the address in ONE, or picks the right one.',
  },
  'one-leaving-reason-missing': {
    severity: 'query',
    title: 'Leaving date without a reason',
    message: 'A registration has a leaving date and no reason.',
    help: 'Enter the reason for leaving in the MIS.',
  },
  'one-attendance-outside-enrolment': {
    severity: 'error',
    title: 'Attendance outside the registration',
    message: 'Sessions have marks while the pupil wasn’t registered; ONE imports attendance unchecked.',
    help: 'Correct the date of entry or leaving in the MIS, or take the marks out.',
  },
  'one-two-main-enrolments': {
    severity: 'error',
    title: 'Main registration at two schools',
    message: 'Two schools say that the pupil’s main registration is theirs.',
    help: 'Agree with the other school on who has the main registration, or enter the leaving date.',
  },
  'one-unmatched': {
    severity: 'query',
    title: 'Not matched',
    message: 'ONE would match the pupil with nobody; an officer would see to it.',
    help: 'Check UPN, legal surname, forename, date of birth and sex in the MIS.',
  },
  'one-hidden': {
    severity: 'query',
    title: 'Not matched and too old',
    message: 'ONE would match the pupil with nobody and hide it for its age.',
    help: 'Check the date of birth, and whether the pupil has left.',
  },
  'one-conflict': {
    severity: 'info',
    title: 'Differs from what ONE has',
    message: 'The value differs from ONE’s, or ONE has none, and would wait for an officer.',
    help: 'Nothing to do, unless the value is wrong in the MIS.',
  },
} as const satisfies Record<string, PreviewIssueKind>;

export type OnePreviewIssueCode = keyof typeof onePreviewIssues;
