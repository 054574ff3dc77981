import { type CodeOf, defineCodeSet } from './code-set.js';

/** National curriculum year groups. X is for pupils of special schools who follow no year. */
export const yearGroups = defineCodeSet({
  id: 'year-groups',
  title: 'National curriculum year group',
  source: 'DfE CBDS actual national curriculum year (item 100068), as in SIF UK 2.6 and DfE reference data',
  entries: [
    { code: 'E1', label: 'Early first year', group: 'EYFS', unconfirmed: true },
    { code: 'E2', label: 'Early second year', group: 'EYFS', unconfirmed: true },
    { code: 'N1', label: 'Nursery first year', group: 'EYFS' },
    { code: 'N2', label: 'Nursery second year', group: 'EYFS' },
    { code: 'R', label: 'Reception', group: 'EYFS' },
    { code: '1', label: 'Year 1', group: 'KS1' },
    { code: '2', label: 'Year 2', group: 'KS1' },
    { code: '3', label: 'Year 3', group: 'KS2' },
    { code: '4', label: 'Year 4', group: 'KS2' },
    { code: '5', label: 'Year 5', group: 'KS2' },
    { code: '6', label: 'Year 6', group: 'KS2' },
    { code: '7', label: 'Year 7', group: 'KS3' },
    { code: '8', label: 'Year 8', group: 'KS3' },
    { code: '9', label: 'Year 9', group: 'KS3' },
    { code: '10', label: 'Year 10', group: 'KS4' },
    { code: '11', label: 'Year 11', group: 'KS4' },
    { code: '12', label: 'Year 12', group: 'KS5' },
    { code: '13', label: 'Year 13', group: 'KS5' },
    { code: '14', label: 'Year 14', group: 'KS5' },
    { code: 'X', label: 'National curriculum not followed', group: 'none' },
  ],
});

export type YearGroup = CodeOf<typeof yearGroups>;

/** Ages in whole years, both ends included. */
export interface AgeRange {
  readonly min: number;
  readonly max: number;
}

/** Year groups by the age on 31 August before the school year, from 0 up. */
const BY_AGE = yearGroups.codes.filter((code) => code !== 'X');

/** Pupils may be in school to the end of the school year in which they become 19. */
const ANY_AGE: AgeRange = { min: 0, max: BY_AGE.length - 1 };

const RANGES: ReadonlyMap<string, AgeRange> = new Map<string, AgeRange>([
  ...BY_AGE.map((code, age): [string, AgeRange] => [code, { min: age, max: age }]),
  ['X', ANY_AGE],
]);

/**
 * The ages, in whole years on 31 August before the school year, of pupils in the year group of their age:
 * 4 for Reception, 5 for year 1 and so on. X has every age. Undefined for what isn't a year group.
 * A pupil taught out of year is older or younger, which is a query and not an error.
 */
export function expectedAge(yearGroup: string): AgeRange | undefined {
  return RANGES.get(yearGroup);
}

const ISO_DATE = /^(\d{4})-(\d{2}-\d{2})$/;

/**
 * Age in whole years on 31 August before the school year that starts in `academicYear` (2026 for 2026/27).
 * Undefined when `birthDate` isn't `YYYY-MM-DD`; negative for a child not yet born on that day.
 */
export function ageAtStartOfYear(birthDate: string, academicYear: number): number | undefined {
  const match = ISO_DATE.exec(birthDate);
  if (!match) return undefined;
  // As text, months and days compare in order; someone born on 31 August is a year older on that day.
  return academicYear - Number(match[1]) - ((match[2] as string) > '08-31' ? 1 : 0);
}

/**
 * The year group of a child's age in the school year that starts in `academicYear` (2026 for 2026/27), or
 * undefined when the child is too young or too old for school, or `birthDate` isn't `YYYY-MM-DD`.
 */
export function yearGroupForBirthDate(birthDate: string, academicYear: number): YearGroup | undefined {
  const age = ageAtStartOfYear(birthDate, academicYear);
  return age === undefined ? undefined : BY_AGE[age];
}
