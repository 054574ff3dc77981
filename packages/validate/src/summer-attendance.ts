import type { AttendanceSummary } from '@rollbook/model';
import { currentEnrolments } from './current-enrolments.js';
import type { PupilGroup } from './pupil-group.js';
import type { PupilFinding } from './rule.js';

/** Which half of a summer term a sum of sessions is of; undefined for other sums. */
export function summerHalf({ term, endDate }: AttendanceSummary): 1 | 2 | undefined {
  if (term !== 'SUM' || endDate === undefined) return undefined;
  return endDate.slice(5, 7) < '07' ? 1 : 2;
}

/**
 * Current registrations that begin after a half of the summer term in which the pupil had possible sessions at the
 * school, and to whom no earlier registration there belongs.
 */
export function enteredAfterAttending(
  group: PupilGroup,
  asOf: string,
  half: 1 | 2,
  isMeant: (yearGroup: string | undefined) => boolean = () => true,
): PupilFinding[] | undefined {
  const sums = group.of('attendance-summary').filter((sum) => summerHalf(sum) === half);
  if (sums.length === 0) return undefined;
  return currentEnrolments(group, asOf)
    .filter(({ entryDate, yearGroup }) =>
      sums.some(
        ({ sessionsPossible = 0, endDate = '' }) =>
          sessionsPossible > 0 &&
          entryDate !== undefined &&
          entryDate > endDate &&
          isMeant(yearGroup) &&
          !group
            .of('enrolment')
            .some((other) => other.entryDate !== undefined && other.entryDate <= endDate && isHere(other)),
      ),
    )
    .map((record) => ({ record }));
}

/** At the sending school, now or before. */
function isHere({
  attended,
  school,
}: {
  attended?: string | undefined;
  school?: string | undefined;
}): boolean {
  return attended === undefined || attended === school;
}
