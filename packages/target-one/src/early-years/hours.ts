import type { EarlyYearsAge } from './census-terms.js';
import { type Entitlement, type HourLimits, hourLimitsOn } from './hour-limits.js';

/** Hours are added up as whole hundredths, for 0.1 + 0.2 is not 0.3. */
export function toHundredths(hours: number): number {
  return Math.round(hours * 100);
}

/** Sum of hours, exact to the hundredth; what isn't there counts as none. */
export function addHours(...hours: readonly (number | undefined)[]): number {
  return hours.reduce<number>((sum, one) => sum + toHundredths(one ?? 0), 0) / 100;
}

/** Whether hours are in steps of half an hour, as the census has them. */
export function isHalfHours(hours: number): boolean {
  return Number.isInteger(hours * 2);
}

/** What a family asks for and may have. */
export interface HoursRequest {
  /** By the collection's dates of birth. */
  readonly age: EarlyYearsAge;
  /** Hours a week that are to be funded. */
  readonly hours: number;
  /** A two-year-old with additional support; without meaning at other ages. */
  readonly additionalSupport?: boolean;
  /** Has an eligibility code of working parents. */
  readonly workingParents?: boolean;
  /** The day that says which limits hold, `YYYY-MM-DD`. */
  readonly day: string;
}

/** Hours a week by entitlement; `unfunded` is what is over. */
export type PlacedHours = Readonly<Record<Entitlement | 'unfunded', number>>;

/**
 * Lays hours on the entitlements in the order in which they are recorded: three- and four-year-olds have the universal hours
 * first, two-year-olds with both routes those of additional support first and then the working parents' hours up to 30 in
 * all.
 *
 * @throws RangeError for hours below 0.
 */
export function placeHours(request: HoursRequest): PlacedHours {
  const { age, hours, day } = request;
  if (!(hours >= 0) || !Number.isFinite(hours)) throw new RangeError('Hours are 0 or more.');
  const most = hourLimitsOn(day);
  let left = toHundredths(hours);
  const take = (limit: number): number => {
    const taken = Math.min(left, toHundredths(limit));
    left -= taken;
    return taken / 100;
  };
  const hasFunded = age >= 3 || (age === 2 && request.additionalSupport === true);
  const works = request.workingParents === true;
  const funded = hasFunded ? take(most.funded) : 0;
  const extended = works && age >= 3 ? take(most.extended) : 0;
  const expanded = works && age < 3 ? take(Math.min(most.expanded, most.total - funded)) : 0;
  return { funded, extended, expanded, unfunded: left / 100 };
}

/** Hours a year of hours a week over a number of weeks: a stretched offer has fewer hours over more weeks. */
export function yearlyHours(weekly: number, weeks: number): number {
  return Math.round(toHundredths(weekly) * weeks) / 100;
}

/**
 * Hours a week of a yearly amount that is stretched over some weeks, to the hundredth.
 *
 * @throws RangeError unless there are 1 to 52 weeks.
 */
export function weeklyHours(yearly: number, weeks: number): number {
  if (!(weeks >= 1 && weeks <= 52)) throw new RangeError('An offer runs over 1 to 52 weeks.');
  return Math.round(toHundredths(yearly) / weeks) / 100;
}

/**
 * Whether hours over a year are more than the entitlement. A weekly figure is rounded to hundredths (570 hours over 51 weeks
 * are 11.18 a week, and 570.18 again), so that half a hundredth a week is forgiven.
 */
export function isOverYearly(
  weekly: number,
  weeks: number,
  entitlement: keyof HourLimits['yearly'],
  limits: HourLimits,
): boolean {
  return yearlyHours(weekly, weeks) > limits.yearly[entitlement] + weeks * 0.005 + 1e-9;
}
