import { ageOn, isIsoDate } from '@rollbook/model';

/** `SPR`, `SUM` or `AUT`, as in the header of the return. */
export type EarlyYearsTermCode = 'SPR' | 'SUM' | 'AUT';

/** One collection of the early years census. */
export interface EarlyYearsTerm {
  readonly code: EarlyYearsTermCode;
  /** Calendar year of the reference date. */
  readonly year: number;
  /** Census day, `YYYY-MM-DD`. */
  readonly referenceDate: string;
  /** True when no public source names the day; it is then that of the school census, by its rule. */
  readonly unconfirmed?: true;
}

/**
 * Census days that a public source names. Annual, each January, until 2025; termly from January 2026. Sources in
 * docs/formats/one-early-years.md.
 */
export const earlyYearsTerms: readonly EarlyYearsTerm[] = [
  { code: 'SPR', year: 2020, referenceDate: '2020-01-16' },
  { code: 'SPR', year: 2021, referenceDate: '2021-01-21' },
  { code: 'SPR', year: 2022, referenceDate: '2022-01-20' },
  { code: 'SPR', year: 2023, referenceDate: '2023-01-19' },
  { code: 'SPR', year: 2025, referenceDate: '2025-01-16' },
  { code: 'SPR', year: 2026, referenceDate: '2026-01-15' },
];

/** The year from which there is a collection each term. */
export const TERMLY_FROM = 2026;

const DAY_RULES = {
  SPR: { month: 1, thursday: 3 },
  SUM: { month: 5, thursday: 3 },
  AUT: { month: 10, thursday: 1 },
} as const;

function thursdayOf(year: number, { month, thursday }: { month: number; thursday: number }): string {
  // Thursday is day 4 of JavaScript's week
  const first = 1 + ((4 - new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 7) % 7);
  return new Date(Date.UTC(year, month - 1, first + 7 * (thursday - 1))).toISOString().slice(0, 10);
}

/**
 * The collection of a term and year. A day that no source names is the third Thursday of January or May, or the first of
 * October, as for the school census, and `unconfirmed`.
 *
 * @throws RangeError for a term in which there is no collection: summer and autumn before 2026.
 */
export function earlyYearsTerm(code: EarlyYearsTermCode, year: number): EarlyYearsTerm {
  if (!Number.isInteger(year) || year < 2000 || year > 2200)
    throw new RangeError('A year of the census has four digits.');
  if (code !== 'SPR' && year < TERMLY_FROM)
    throw new RangeError(`The early years census was in January alone before ${TERMLY_FROM}.`);
  const known = earlyYearsTerms.find((term) => term.code === code && term.year === year);
  return known ?? { code, year, referenceDate: thursdayOf(year, DAY_RULES[code]), unconfirmed: true };
}

/** Age by which the census counts a child: `0` is nine months and over, but no year yet. */
export type EarlyYearsAge = 0 | 1 | 2 | 3 | 4;

/** The dates of birth of one age in one collection, both inclusive. */
export interface BirthDateRange {
  readonly age: EarlyYearsAge;
  readonly from: string;
  readonly to: string;
}

/** Where a child's date of birth puts it in a collection. */
export type AgePlacement =
  | { readonly status: 'in'; readonly age: EarlyYearsAge }
  | { readonly status: 'too-young' | 'too-old' | 'unreadable' };

/** The last day before the term, by which a birthday must have been: an entitlement starts the term after it. */
function dayBeforeTerm({ code, year }: Pick<EarlyYearsTerm, 'code' | 'year'>): string {
  if (code === 'SPR') return `${year - 1}-12-31`;
  return code === 'SUM' ? `${year}-03-31` : `${year}-08-31`;
}

/** Last day of birth of those who are nine months old on the day before the term. */
function lastBirth({ code, year }: Pick<EarlyYearsTerm, 'code' | 'year'>): string {
  if (code === 'SPR') return `${year - 1}-03-31`;
  return code === 'SUM' ? `${year - 1}-06-30` : `${year - 1}-11-30`;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Dates of birth by age, eldest first. Those of spring are published (2025, 2026); those of summer and autumn follow from
 * the same rule, that a child has an age from the term after its birthday, and are unconfirmed.
 */
export function birthDateRanges(term: Pick<EarlyYearsTerm, 'code' | 'year'>): readonly BirthDateRange[] {
  const before = dayBeforeTerm(term);
  const year = Number(before.slice(0, 4));
  const day = before.slice(4);
  // The 31st of December, March and August exists in every year.
  const ranges = ([4, 3, 2, 1] as const).map((age) => ({
    age,
    from: dayAfter(`${year - age - 1}${day}`),
    to: `${year - age}${day}`,
  }));
  return [...ranges, { age: 0, from: dayAfter(`${year - 1}${day}`), to: lastBirth(term) }];
}

/** The age of a child in a collection, by its date of birth alone: on the census day itself it may be a year older. */
export function placeByAge(
  birthDate: string | undefined,
  term: Pick<EarlyYearsTerm, 'code' | 'year'>,
): AgePlacement {
  if (birthDate === undefined || !isIsoDate(birthDate)) return { status: 'unreadable' };
  if (birthDate > lastBirth(term)) return { status: 'too-young' };
  const age = ageOn(birthDate, dayBeforeTerm(term));
  if (age > 4) return { status: 'too-old' };
  return { status: 'in', age: age as EarlyYearsAge };
}
