import { academicYearOf, ageAtStartOfYear, isIsoDate } from '@rollbook/model';

/**
 * Academic age on a day (`YYYY-MM-DD`): whole years on the 31 August before the school year of that day. 15 in year 11, 16
 * and 17 in years 12 and 13. Undefined when either is no day.
 */
export function academicAgeOn(birthDate: string | undefined, date: string): number | undefined {
  if (birthDate === undefined || !isIsoDate(birthDate) || !isIsoDate(date)) return undefined;
  return ageAtStartOfYear(birthDate, academicYearOf(date));
}

/** The school year of academic age 15, by the year it starts in. Undefined when `birthDate` is no day. */
export function yearElevenOf(birthDate: string | undefined): number | undefined {
  if (birthDate === undefined || !isIsoDate(birthDate)) return undefined;
  const age = ageAtStartOfYear(birthDate, 2000);
  return age === undefined ? undefined : 2000 + 15 - age;
}
