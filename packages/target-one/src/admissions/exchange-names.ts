import type { AdmissionApplication, Pupil } from '@rollbook/model';

/** Fields that an application of an ADT or ASL may give. */
export type ExchangeField =
  | {
      readonly of: 'pupil';
      readonly field: keyof Pupil & ('upn' | 'surname' | 'forename' | 'middleNames' | 'birthDate' | 'sex');
    }
  | {
      readonly of: 'application';
      readonly field: keyof AdmissionApplication &
        (
          | 'applicationReference'
          | 'yearGroup'
          | 'receivedDate'
          | 'reason'
          | 'status'
          | 'outcome'
          | 'offerDate'
        );
    }
  | { readonly of: 'exchange'; readonly field: 'rank' | 'criterion' | 'eligibility' };

const pupil = (field: Extract<ExchangeField, { of: 'pupil' }>['field']): ExchangeField => ({
  of: 'pupil',
  field,
});
const application = (field: Extract<ExchangeField, { of: 'application' }>['field']): ExchangeField => ({
  of: 'application',
  field,
});
const exchange = (field: Extract<ExchangeField, { of: 'exchange' }>['field']): ExchangeField => ({
  of: 'exchange',
  field,
});

/**
 * Elements of ADT and ASL files by the field that they are read into, without regard to case. The DfE publishes each year’s
 * files on GOV.UK, and nobody here has read them: all of these names are UNCONFIRMED, but for those that the ATF has too. What isn't here is kept under its own name.
 */
export const exchangeNames: Readonly<Record<string, ExchangeField>> = {
  applicationreference: application('applicationReference'),
  upn: pupil('upn'),
  surname: pupil('surname'),
  forename: pupil('forename'),
  middlenames: pupil('middleNames'),
  dob: pupil('birthDate'),
  gender: pupil('sex'),
  sex: pupil('sex'),
  ncyear: application('yearGroup'),
  ncyearproposed: application('yearGroup'),
  datereceived: application('receivedDate'),
  reason: application('reason'),
  status: application('status'),
  outcome: application('outcome'),
  offerdate: application('offerDate'),
  rank: exchange('rank'),
  ranking: exchange('rank'),
  criterion: exchange('criterion'),
  criterionmet: exchange('criterion'),
  eligible: exchange('eligibility'),
  eligibility: exchange('eligibility'),
};

/** Roots of the two files (unconfirmed), in lower case. */
export const exchangeRoots: Readonly<Record<string, 'ADT' | 'ASL'>> = {
  adtfile: 'ADT',
  adfile: 'ADT',
  aslfile: 'ASL',
};

/** Containers of the child itself: what a name in any other holds is an applicant's, a sibling's or a school's, and is kept apart. */
export const childNames: ReadonlySet<string> = new Set([
  'child',
  'pupil',
  'student',
  'childdetails',
  'pupildetails',
]);
