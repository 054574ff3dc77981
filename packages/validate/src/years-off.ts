import { academicYearOf, ageAtStartOfYear, type Enrolment, expectedAge } from '@rollbook/model';

/**
 * Years by which a pupil's year group is off the pupil's age, nought when it fits. Undefined when either isn't
 * known, in nursery years, which take in termly, and where no curriculum is followed. In July and August the
 * year group may be that of the year to come, since MIS move pupils up.
 */
export function yearsOff(
  { yearGroup }: Pick<Enrolment, 'yearGroup'>,
  birthDate: string | undefined,
  date: string,
): number | undefined {
  if (yearGroup === undefined || birthDate === undefined) return undefined;
  const expected = expectedAge(yearGroup);
  const age = ageAtStartOfYear(birthDate, academicYearOf(date));
  if (age === undefined || expected?.min !== expected?.max || expected === undefined || expected.min < 4) {
    return undefined;
  }
  const month = date.slice(5, 7);
  const oldest = month === '07' || month === '08' ? age + 1 : age;
  return Math.max(0, expected.min - oldest, age - expected.max);
}
