import type { Enrolment } from '@rollbook/model';

/** Where a pupil stands in a return: on roll, among those who left, or not in it. */
export type RollPlace = 'on-roll' | 'left' | 'none';

export interface Registration {
  readonly place: RollPlace;
  /** The registration at the school of the return; undefined when no record says it. */
  readonly enrolment: Enrolment | undefined;
}

export interface RollContext {
  readonly laestab: string;
  /** Census day. */
  readonly referenceDate: string;
  /** The first day on which one who left may have left, to be in the return. */
  readonly leaversFrom: string;
  /** The day that the records are of, when known: a later date in them is a mistake, and not the future. */
  readonly date: string | undefined;
}

/** Which registration a return is about, and whether the pupil is on roll by it. */
export function registrationOf(enrolments: readonly Enrolment[], context: RollContext): Registration {
  const { laestab, referenceDate, leaversFrom, date } = context;
  let enrolment: Enrolment | undefined;
  for (const candidate of enrolments) {
    if (candidate.attended !== laestab && candidate.current !== true) continue;
    const isLater = (candidate.entryDate ?? '') > (enrolment?.entryDate ?? '');
    const isBetter =
      enrolment === undefined ||
      (candidate.current === enrolment.current ? isLater : candidate.current === true);
    if (isBetter) enrolment = candidate;
  }
  if (enrolment === undefined) return { place: 'on-roll', enrolment };
  const { entryDate, leavingDate } = enrolment;
  if (leavingDate !== undefined && leavingDate < referenceDate) {
    return { place: leavingDate < leaversFrom ? 'none' : 'left', enrolment };
  }
  const joinsLater =
    entryDate !== undefined && entryDate > referenceDate && (date === undefined || entryDate <= date);
  return { place: joinsLater ? 'none' : 'on-roll', enrolment };
}
