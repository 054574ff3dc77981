import type { EarlyYearsAge } from './census-terms.js';

/**
 * The three kinds of funded hours, by the census's names: `funded` is the universal entitlement of three- and four-year-olds
 * and that of two-year-olds with additional support, `extended` the working parents' one of three- and four-year-olds,
 * `expanded` theirs from nine months to two.
 */
export const entitlements = ['funded', 'extended', 'expanded'] as const;
export type Entitlement = (typeof entitlements)[number];

/** Most hours a week of each entitlement. */
export interface HourLimits {
  readonly funded: number;
  readonly extended: number;
  readonly expanded: number;
  /** Of all together. */
  readonly total: number;
  /** Most hours a year of each, 38 weeks of the week's most. */
  readonly yearly: Readonly<Record<Entitlement | 'total', number>>;
}

/** Weeks of a year over which the entitlements are reckoned. */
export const ENTITLEMENT_WEEKS = 38;

interface DatedLimits extends HourLimits {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
}

/**
 * Limits by date: expanded hours began on 1 April 2024 (two-year-olds; from nine months in September) with 15, and are up to
 * 30 since 1 September 2025; the census takes 30 from its round of January 2026. Source: gov.uk, Early years data
 * collection 2025 to 2026, section 1.1; ONE release 3.87 (1,140 hours a year).
 */
export const hourLimits: readonly DatedLimits[] = [
  limits('2017-09-01', 0),
  limits('2024-04-01', 15),
  limits('2025-09-01', 30),
];

function limits(from: string, expanded: number): DatedLimits {
  return {
    from,
    funded: 15,
    extended: 15,
    expanded,
    total: 30,
    yearly: { funded: 570, extended: 570, expanded: expanded * ENTITLEMENT_WEEKS, total: 1140 },
  };
}

/** Limits on a day, `YYYY-MM-DD`; before September 2017 those of that month, for no older return is written. */
export function hourLimitsOn(day: string): HourLimits {
  const found = hourLimits.findLast(({ from }) => from <= day) ?? hourLimits[0];
  if (found === undefined) throw new RangeError('No limits of hours are known.');
  return found;
}

/** Which entitlements a child of an age can have at all. */
export function entitlementsOf(age: EarlyYearsAge): readonly Entitlement[] {
  if (age >= 3) return ['funded', 'extended'];
  return age === 2 ? ['funded', 'expanded'] : ['expanded'];
}
