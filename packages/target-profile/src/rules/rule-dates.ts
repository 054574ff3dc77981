import { isIsoDate } from '@rollbook/model';

/** A date that is one; undefined for what isn't there or is none. */
export function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && isIsoDate(text) ? text : undefined;
}

/** Both are dates, and the first comes before the second. */
export function isBefore(a: string | undefined, b: string | undefined): boolean {
  const [first, second] = [dayOf(a), dayOf(b)];
  return first !== undefined && second !== undefined && first < second;
}

/** The birthday of an age, for 29 February the 1 March of other years. */
export function birthdayOf(birthDate: string, age: number): string {
  const year = Number(birthDate.slice(0, 4)) + age;
  const day = `${String(year).padStart(4, '0')}${birthDate.slice(4)}`;
  return isIsoDate(day) ? day : `${String(year).padStart(4, '0')}-03-01`;
}

/** The 1 September on which the school year of a day began. */
export function schoolYearStart(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${String(year).padStart(4, '0')}-09-01`;
}
