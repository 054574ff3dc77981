import type { Issue } from '@rollbook/parser-kit';
import type { ReportRule } from '@rollbook/validate/reports';

/** Why something of a school's isn't with the council, beside what is wrong with the record itself. */
export const rejectionCodes = [
  'pupil-unmatched',
  'pupil-rejected',
  'value-refused',
  'value-waiting',
  'pupil-quarantined',
  'pupil-missing',
  'duplicate-key',
  'unreadable',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

type Explanation = Pick<Issue, 'severity' | 'message' | 'help'>;

/** For a school's data manager: what happened, and what to do in the MIS. */
export const explanations: Readonly<Record<RejectionCode, Explanation>> = {
  'pupil-unmatched': {
    severity: 'query',
    message: 'The council doesn’t know yet which child this is; an officer will see to it.',
    help: 'Check UPN, legal surname, forename, date of birth and sex in the MIS, and send the pupil again if one was wrong.',
  },
  'pupil-rejected': {
    severity: 'error',
    message: 'An officer of the council decided not to take this pupil.',
    help: 'Ask the council why; correct the pupil in the MIS, or take it out where it isn’t your pupil.',
  },
  'value-refused': {
    severity: 'query',
    message: 'The value differs from the council’s, and an officer decided to keep the council’s.',
    help: 'Ask the family which is right. If it is the council’s, correct the MIS; if it is yours, tell the council.',
  },
  'value-waiting': {
    severity: 'info',
    message: 'The value differs from the council’s and waits for an officer to accept or refuse it.',
    help: 'Nothing to do, unless the value is wrong in the MIS: then correct it and send the pupil again.',
  },
  'pupil-quarantined': {
    severity: 'error',
    message: 'The record wasn’t taken, since its pupil wasn’t.',
    help: 'Correct what is wrong with the pupil, and send pupil and record again.',
  },
  'pupil-missing': {
    severity: 'error',
    message: 'The record is about a pupil that the school has never sent.',
    help: 'Send the pupil’s own record along.',
  },
  'duplicate-key': {
    severity: 'error',
    message: 'The file has the same thing twice, with different contents; the first was taken.',
    help: 'Take one of the two out in the MIS, and send the pupil again.',
  },
  unreadable: {
    severity: 'error',
    message: 'The record couldn’t be read, since what identifies it is missing or in no known form.',
    help: 'Complete it in the MIS and send it again.',
  },
};

const titles: Readonly<Record<RejectionCode, string>> = {
  'pupil-unmatched': 'Pupil not matched yet',
  'pupil-rejected': 'Pupil not taken',
  'value-refused': 'Value refused',
  'value-waiting': 'Value waiting',
  'pupil-quarantined': 'Record of a pupil not taken',
  'pupil-missing': 'Record without a pupil',
  'duplicate-key': 'Sent twice',
  unreadable: 'Unreadable record',
};

/** The codes as a report lists them. */
export const rejectionRules: readonly ReportRule[] = rejectionCodes.map((code) => {
  const { severity, help } = explanations[code];
  return { code, title: titles[code], severity, help, packs: [] };
});
