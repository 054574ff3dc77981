import { ageAtStartOfYear, ageOn, academicYearOf, type EarlyYearsFunding } from '@rollbook/model';
import { currentEnrolments } from './current-enrolments.js';
import { byKey } from './ordered.js';
import type { PupilGroup } from './pupil-group.js';
import type { PupilFinding, RuleContext, Verdict } from './rule.js';
import { runsOn } from './spells.js';

/** Most hours a week of the universal entitlement, and of the extended one. */
export const MOST_HOURS = 15;

/** The year in which under-threes of working parents came in with expanded hours, EYPP and DAF. */
export const EXPANDED = 2024;

/** A child as the early-years items of the census see it. */
export interface EarlyYearsChild {
  /** Years of age of the entitlement; 5 for whoever is of compulsory school age. */
  readonly age: number;
  /** `nursery` in E1, E2, N1 and N2, `school` from reception on, undefined where no year group says so. */
  readonly stage: 'nursery' | 'school' | undefined;
}

const NURSERY: ReadonlySet<string> = new Set(['E1', 'E2', 'N1', 'N2']);

/** The day by which an age must be reached for the term of `date`: 31 August, 31 December or 31 March. */
function dayBeforeTerm(date: string): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  if (month < '04') return `${Number(year) - 1}-12-31`;
  return month < '09' ? `${year}-03-31` : `${year}-08-31`;
}

/**
 * Age by which the census tells early-years entitlements, on the dates of birth of DfE validation 3130 and 3140:
 * a child has an age from the term after the birthday; one who was four on 31 August stays four until of compulsory
 * school age, and one who was three stays three until the year is over. Undefined when `birthDate` isn't
 * `YYYY-MM-DD`.
 */
export function earlyYearsAge(birthDate: string, date: string): number | undefined {
  const inAugust = ageAtStartOfYear(birthDate, academicYearOf(date));
  if (inAugust === undefined) return undefined;
  const inTerm = ageOn(birthDate, dayBeforeTerm(date));
  if (inTerm >= 5) return 5;
  if (inAugust >= 3) return inAugust;
  return Math.min(inTerm, 3);
}

/** Funded hours of the day's term that a rule finds wrong for the pupil's age and year group. */
export function judgeFunding(
  group: PupilGroup,
  { asOf }: RuleContext,
  isWrong: (funding: EarlyYearsFunding, child: EarlyYearsChild) => Verdict,
): PupilFinding[] | undefined {
  const birthDate = group.pupil?.birthDate;
  const age = birthDate === undefined ? undefined : earlyYearsAge(birthDate, asOf);
  if (age === undefined) return undefined;
  const yearGroup = byKey(currentEnrolments(group, asOf)).find(
    (one) => one.yearGroup !== undefined,
  )?.yearGroup;
  const child = { age, stage: stageOf(yearGroup) };
  const found: PupilFinding[] = [];
  for (const record of group.of('early-years-funding')) {
    if (!runsOn(record, asOf)) continue;
    const verdict = isWrong(record, child);
    if (verdict) found.push(verdict === true ? { record } : { record, ...verdict });
  }
  return found;
}

function stageOf(yearGroup: string | undefined): EarlyYearsChild['stage'] {
  if (yearGroup === undefined || yearGroup === 'X') return undefined;
  return NURSERY.has(yearGroup) ? 'nursery' : 'school';
}

/** True for three-year-olds and for four-year-olds in a nursery year: who has the entitlement of three and four. */
export function isThreeOrFour({ age, stage }: EarlyYearsChild): boolean {
  return age === 3 || (age === 4 && stage === 'nursery');
}

/** True for who is too old for it: of compulsory school age, or four and in reception or above. */
export function isPastNursery({ age, stage }: EarlyYearsChild): boolean {
  return age >= 5 || (age === 4 && stage === 'school');
}

/** True when hours are from none to the most, in hundredths at the finest. */
export function areHours(hours: number, most: number): boolean {
  return hours >= 0 && hours <= most && Math.abs(hours * 100 - Math.round(hours * 100)) < 1e-6;
}
