import type { Provenance } from '@rollbook/model';
import { recordReference, type Issue, type Severity } from '@rollbook/parser-kit';

interface IssueKind {
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

/** Every issue that making a snapshot raises, by its code. Texts hold no data of a pupil. */
export const snapshotIssues = {
  'profile-young-person-id-missing': {
    severity: 'error',
    message: 'The pupil has no young person id, so the return can’t name it. It is left out.',
    help: 'Match the pupil with the youth support system, or give ids by the option `assignId`.',
  },
  'profile-young-person-id-form': {
    severity: 'error',
    message: 'A young person id is not thirteen digits.',
    help: 'Correct the id in the youth support system. It is written as it stands.',
  },
  'profile-young-person-id-differs': {
    severity: 'query',
    message:
      'The records of one pupil name different young person ids. That of the latest record is written.',
    help: 'Find out whether two people were matched as one, or whether an id was replaced.',
  },
  'profile-young-person-repeated': {
    severity: 'query',
    message: 'Another pupil with the same young person id was written before. This one is left out.',
    help: 'A pupil of two schools comes twice. Give the one with the newest records first, or only that one.',
  },
  'profile-birth-date-missing': {
    severity: 'error',
    message:
      'The pupil has no date of birth, so nobody can tell whether it is in the cohort. It is left out.',
    help: 'Enter the date of birth in the school’s system.',
  },
  'profile-plan-not-told': {
    severity: 'query',
    message:
      'From academic age 18 only a plan keeps a young person in the cohort, and the option that names SEN isn’t given. Left out.',
    help: 'Give the option `sen` where the sharing agreement names it.',
  },
  'profile-transfer-target': {
    severity: 'error',
    message: 'The authority that the young person is said to have moved to can’t be such a target.',
    help: 'Name another English authority for a transfer, or 000 to 003 for one who left England.',
  },
  'profile-lead-la': {
    severity: 'error',
    message: 'No English authority is known to lead on the young person.',
    help: 'Let the option `leadLa` give the three digits of an English authority for everyone.',
  },
  'profile-educated-la': {
    severity: 'query',
    message: 'The authority in which the young person is educated is not known.',
    help: 'It is taken from the enrolment or the establishment of that day; else give the option `educatedLa`.',
  },
  'profile-gender-unknown': {
    severity: 'query',
    message: 'NCCIS has no gender for the sex code of the pupil. U (unknown) is written.',
    help: 'Correct the code in the school’s system: F, M, U or W.',
  },
  'profile-ethnicity-unmapped': {
    severity: 'query',
    message: 'NCCIS has no ethnicity that means the same as the code of the pupil. None is written.',
    help: 'Decide which code of the year’s list stands for it and give it by the option `mapEthnicity`.',
  },
  'profile-ethnicity-unconfirmed': {
    severity: 'info',
    message: 'The ethnicity code that is written is not confirmed to be in the list of the year.',
    help: 'Check it against the requirement of the year.',
  },
  'profile-sen-unknown': {
    severity: 'query',
    message: 'A SEN provision is no code of that day. It is taken for no provision.',
    help: 'Correct the provision in the school’s system: N, K or E.',
  },
  'profile-characteristic-unknown': {
    severity: 'query',
    message: 'A characteristic is no code that is known of NCCIS. It is written as it stands.',
    help: 'Check it against the requirement of the year.',
  },
  'profile-address-withheld': {
    severity: 'info',
    message: 'The address is protected and not written.',
    help: 'Nothing to do. The return’s own rules will miss the address and the postcode.',
  },
  'profile-address-lines-joined': {
    severity: 'info',
    message: 'The address has more lines than the return; those from the fourth on are written as one.',
    help: 'Nothing to do.',
  },
  'profile-activity-missing': {
    severity: 'error',
    message: 'No activity is known for that day. A record without one makes the DfE reject the whole file.',
    help: 'Record what the young person does, or give the option `withoutActivity: not-known` for ended activities.',
  },
  'profile-activity-not-known-follows': {
    severity: 'info',
    message: 'The last activity has ended and none follows. “Not known” is written from the day after.',
    help: 'Find out what the young person does now.',
  },
  'profile-activity-undated': {
    severity: 'query',
    message: 'An activity has no start, and nothing says that it had begun by that day. It is passed over.',
    help: 'Enter the start date in the youth support system.',
  },
  'profile-activity-uncoded': {
    severity: 'query',
    message: 'A record of that day names a provider and no activity. It is passed over.',
    help: 'Record what the young person does there, by a code of NCCIS.',
  },
  'profile-activities-tied': {
    severity: 'query',
    message: 'Nothing but their keys tells two activities of that day apart. One was chosen.',
    help: 'End the activity that is over, or correct its dates.',
  },
  'profile-activity-sensitive': {
    severity: 'error',
    message:
      'The activity tells of special category data that no option names. The young person is left out.',
    help: 'Give the option `characteristics` or `sen` where the sharing agreement names it.',
  },
  'profile-activity-from-enrolment': {
    severity: 'info',
    message: 'No activity is recorded; that of the enrolment is written.',
    help: 'Nothing to do if the young person is still on that roll.',
  },
  'profile-establishment-unknown': {
    severity: 'query',
    message: 'The establishment of an activity is neither a LAESTAB nor a UKPRN. It is written as a name.',
    help: 'Give seven digits (LA and establishment number) or the UKPRN of eight digits.',
  },
  'profile-guarantee-year-unknown': {
    severity: 'info',
    message: 'A September Guarantee status belongs to neither year 11 nor year 12. It is not written.',
    help: 'Nothing to do for a status of an older year.',
  },
} as const satisfies Record<string, IssueKind>;

export type SnapshotIssueCode = keyof typeof snapshotIssues;

interface About {
  readonly kind: string;
  readonly key: string;
  readonly pupilKey?: string | undefined;
  readonly provenance: Provenance;
}

/** An issue about a record of a pupil. */
export function snapshotIssue(
  code: SnapshotIssueCode,
  about: About,
  details: { readonly field?: string; readonly value?: string | undefined } = {},
): Issue {
  const { severity, message, help } = snapshotIssues[code];
  const { field, value } = details;
  return {
    code,
    severity,
    message,
    help,
    place: about.provenance.place,
    record: recordReference(about),
    ...(field !== undefined && { field }),
    ...(value !== undefined && { value }),
  };
}
