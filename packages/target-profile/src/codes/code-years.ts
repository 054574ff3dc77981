import { isIsoDate } from '@rollbook/model';

/** One year of the NCCIS requirement and how much of it could be read in public. */
export interface NccisCodeYear {
  /** Calendar year in which the requirement's year starts: 2026 for 2026-27. */
  readonly year: number;
  /** As the DfE prints it: `2026-27`. */
  readonly title: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Where the code lists of the year are known from; absent where nothing of the year was found. */
  readonly source?: string;
  /** True when the year's own code lists were not read, so that those of the last year read stand in. */
  readonly unconfirmed?: true;
}

const SOURCES: ReadonlyMap<number, string> = new Map([
  [2015, 'MI Return NCCIS 2015 (XSD)'],
  [2018, 'NCCIS management information requirement 2018-19, as public programs follow it'],
  [2019, 'error rules of the 2019-20 requirement, as a public checker has them, and its sample files'],
]);

const FIRST = 2015;
const LAST = 2026;

function codeYear(year: number): NccisCodeYear {
  const source = SOURCES.get(year);
  return {
    year,
    title: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
    from: `${year}-04-01`,
    to: `${year + 1}-03-31`,
    ...(source === undefined ? { unconfirmed: true } : { source }),
  };
}

/**
 * The years of the requirement that this package knows of, oldest first. A year marked `unconfirmed` is judged by the code
 * lists of the last year that was read before it: the DfE changes them from year to year, so check its own table.
 */
export const nccisCodeYears: readonly NccisCodeYear[] = Array.from({ length: LAST - FIRST + 1 }, (_, i) =>
  codeYear(FIRST + i),
);

/**
 * The year of the NCCIS requirement that a day (`YYYY-MM-DD`) falls in, by the calendar year it starts in: a requirement
 * holds for a financial year, from 1 April to 31 March. So 2027-03-31 gives 2026.
 *
 * @throws RangeError when `date` is no day.
 */
export function requirementYearOf(date: string): number {
  if (!isIsoDate(date)) throw new RangeError('The year of the requirement is asked by date as YYYY-MM-DD.');
  const year = Number(date.slice(0, 4));
  return date.slice(5) < '04-01' ? year - 1 : year;
}

/**
 * First day of a requirement's year, on which its code lists are asked for.
 *
 * @throws RangeError when `year` is no whole number from 1900 to 2200.
 */
export function firstDayOfRequirement(year: number): string {
  if (!Number.isInteger(year) || year < 1900 || year > 2200)
    throw new RangeError('The year of a requirement is the calendar year it starts in, such as 2026.');
  return `${year}-04-01`;
}
