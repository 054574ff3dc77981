import type { Enrolment } from '@rollbook/model';
import type { PupilGroup } from './pupil-group.js';

/** Registrations at the sending school that have not ended by the day; a planned end is still to come. */
export function currentEnrolments(group: PupilGroup, date: string): Enrolment[] {
  return group
    .of('enrolment')
    .filter(
      ({ current, leavingDate }) => current === true && (leavingDate === undefined || leavingDate >= date),
    );
}
