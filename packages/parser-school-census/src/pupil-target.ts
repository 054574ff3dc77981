import type { Pupil } from '@rollbook/model';
import type { PutBy } from './record-draft.js';

/** What the modules of a pupil hold: the pupil record, and what belongs to others. */
export interface PupilTarget {
  readonly pupil: Pupil;
  /** Items of the registration, in their order. */
  readonly enrolment: PutBy[];
  /** Items of funded early years, in their order. */
  readonly earlyYears: PutBy[];
  senProvision: PutBy | undefined;
  serviceChild: PutBy | undefined;
  inCare: PutBy | undefined;
  postLookedAfter: PutBy | undefined;
  fsmEligible: PutBy | undefined;
  /** Containers whose content becomes records of its own, once the pupil's key is known. */
  readonly containers: PutBy[];
}

export function pupilTarget(pupil: Pupil): PupilTarget {
  return {
    pupil,
    enrolment: [],
    earlyYears: [],
    senProvision: undefined,
    serviceChild: undefined,
    inCare: undefined,
    postLookedAfter: undefined,
    fsmEligible: undefined,
    containers: [],
  };
}
