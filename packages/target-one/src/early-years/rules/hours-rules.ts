import { placeByAge } from '../census-terms.js';
import { fundedInAll } from '../child.js';
import { type Entitlement, entitlements, entitlementsOf, hourLimitsOn } from '../hour-limits.js';
import { addHours, isHalfHours, isOverYearly, yearlyHours } from '../hours.js';
import { moreThan, outside, type Broken, type ChildRule } from './rule.js';

const CORRECT = 'Ask the setting, and correct the hours in its headcount.';
const TITLES = {
  funded: 'universal or additional-support',
  extended: 'extended',
  expanded: 'expanded',
} as const satisfies Record<Entitlement, string>;

/** Hours that are there must be in steps of half an hour and up to a limit. */
function hoursWrong(hours: number | undefined, most: number): Broken {
  if (hours === undefined || hours === 0) return false;
  return hours >= 0.5 && hours <= most && isHalfHours(hours) ? false : { value: hours };
}

/** At which ages an entitlement is there at all. */
function ageRule(entitlement: Entitlement, ages: string): ChildRule {
  return {
    code: `early-years-${entitlement}-age`,
    level: 'child',
    severity: 'error',
    message: `A child has ${TITLES[entitlement]} hours that isn’t ${ages} by the dates of birth of the term.`,
    help: 'Check the date of birth, and which entitlement the hours belong to.',
    field: `${entitlement}Hours`,
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const placed = placeByAge(child.birthDate, term);
      const hours = child[`${entitlement}Hours`] ?? 0;
      if (hours === 0 || placed.status !== 'in' || entitlementsOf(placed.age).includes(entitlement))
        return false;
      return { value: `${hours} at ${placed.age}` };
    },
  };
}

/** Hours and weeks of a year. */
function yearlyRule(entitlement: Entitlement): ChildRule {
  return {
    code: `early-years-${entitlement}-yearly`,
    level: 'child',
    severity: 'error',
    message: `The ${TITLES[entitlement]} hours over their weeks are more than the hours of a year.`,
    help: 'A stretched offer has fewer hours a week over more weeks: correct the hours or the weeks.',
    field: `${entitlement}Weeks`,
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const hours = child[`${entitlement}Hours`];
      const weeks = child[`${entitlement}Weeks`];
      if (hours === undefined || weeks === undefined) return false;
      if (!isOverYearly(hours, weeks, entitlement, hourLimitsOn(term.referenceDate))) return false;
      return { value: `${hours} x ${weeks} = ${yearlyHours(hours, weeks)}` };
    },
  };
}

/** Rules on hours and weeks of a child at one setting. Those across settings are `checkHourCaps`. */
export const hoursRules: readonly ChildRule[] = [
  {
    code: '821Q',
    level: 'child',
    severity: 'query',
    message:
      'The universal or additional-support hours are outside 0.5 to 15, or not in steps of half an hour.',
    help: CORRECT,
    field: 'fundedHours',
    source: 'dfe-number',
    broken: ({ child }, { term }) => hoursWrong(child.fundedHours, hourLimitsOn(term.referenceDate).funded),
  },
  {
    code: '8215',
    level: 'child',
    severity: 'error',
    message: 'The hours at the setting are missing, outside 0 to 70, or not in steps of half an hour.',
    help: CORRECT,
    field: 'hoursAtSetting',
    source: 'dfe-number',
    broken: ({ child: { hoursAtSetting } }) => {
      const range = outside(hoursAtSetting, 0, 70, true);
      if (range !== false || hoursAtSetting === undefined) return range;
      return isHalfHours(hoursAtSetting) ? false : { value: hoursAtSetting };
    },
  },
  {
    code: '8220',
    level: 'child',
    severity: 'error',
    message: 'The child has more universal or additional-support hours than it attends.',
    help: CORRECT,
    field: 'fundedHours',
    source: 'dfe-number',
    broken: ({ child }) => moreThan(child.fundedHours, child.hoursAtSetting),
  },
  {
    code: 'early-years-hours-over-attended',
    level: 'child',
    severity: 'error',
    message: 'The child has more funded hours of all kinds than it attends.',
    help: CORRECT,
    field: 'hoursAtSetting',
    source: 'rollbook',
    broken: ({ child }) => moreThan(fundedInAll(child), child.hoursAtSetting),
  },
  {
    code: 'early-years-extended-hours',
    level: 'child',
    severity: 'error',
    message: 'The extended hours are outside 0.5 to 15, or not in steps of half an hour.',
    help: CORRECT,
    field: 'extendedHours',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) =>
      hoursWrong(child.extendedHours, hourLimitsOn(term.referenceDate).extended),
  },
  {
    code: 'early-years-expanded-hours',
    level: 'child',
    severity: 'error',
    message: 'The expanded hours are over the limit of the term, or not in steps of half an hour.',
    help: CORRECT,
    field: 'expandedHours',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) =>
      hoursWrong(child.expandedHours, hourLimitsOn(term.referenceDate).expanded),
  },
  {
    code: 'early-years-hours-total',
    level: 'child',
    severity: 'error',
    message: 'The child has more funded hours of all kinds than 30 a week.',
    help: CORRECT,
    field: 'hoursAtSetting',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => moreThan(fundedInAll(child), hourLimitsOn(term.referenceDate).total),
  },
  {
    code: 'early-years-two-routes',
    level: 'child',
    severity: 'query',
    message:
      'A two-year-old with additional support has working parents’ hours before the first 15 are used.',
    help: 'Record the additional-support hours first, then the working parents’ hours up to 30 in all.',
    field: 'fundedHours',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const placed = placeByAge(child.birthDate, term);
      if (placed.status !== 'in' || placed.age !== 2) return false;
      const { fundedHours = 0, expandedHours = 0, fundingBases = [] } = child;
      const both = expandedHours > 0 && fundingBases.length > 0;
      if (!both || fundedHours >= hourLimitsOn(term.referenceDate).funded) return false;
      return { value: `${fundedHours} and ${expandedHours}` };
    },
  },
  ageRule('funded', 'two, three or four'),
  ageRule('extended', 'three or four'),
  ageRule('expanded', 'from nine months to two'),
  yearlyRule('funded'),
  yearlyRule('extended'),
  yearlyRule('expanded'),
  {
    code: 'early-years-yearly-total',
    level: 'child',
    severity: 'error',
    message: 'The funded hours of all kinds over their weeks are more than the hours of a year.',
    help: 'A stretched offer has fewer hours a week over more weeks: correct the hours or the weeks.',
    field: 'hoursAtSetting',
    source: 'dfe-guidance',
    broken: ({ child }, { term }) => {
      const parts = entitlements.map((one) => {
        const [hours, weeks] = [child[`${one}Hours`] ?? 0, child[`${one}Weeks`] ?? 0];
        return { year: yearlyHours(hours, weeks), weeks: hours === 0 ? 0 : weeks };
      });
      const sum = addHours(...parts.map(({ year }) => year));
      const forgiven = parts.reduce((weeks, part) => weeks + part.weeks, 0) * 0.005;
      return sum > hourLimitsOn(term.referenceDate).yearly.total + forgiven + 1e-9 ? { value: sum } : false;
    },
  },
  {
    code: 'early-years-weeks',
    level: 'child',
    severity: 'error',
    message: 'The weeks of an entitlement are outside 1 to 52.',
    help: 'Correct the weeks as the parent’s declaration has them.',
    field: 'fundedWeeks',
    source: 'dfe-guidance',
    from: '2025-01-01',
    broken: ({ child }) => {
      const wrong = entitlements
        .map((one) => child[`${one}Weeks`])
        .find((weeks) => weeks !== undefined && !(weeks >= 1 && weeks <= 52));
      return wrong === undefined ? false : { value: wrong };
    },
  },
  {
    code: 'early-years-weeks-missing',
    level: 'child',
    severity: 'query',
    message: 'Hours of an entitlement have no weeks.',
    help: 'Enter over how many weeks of the year the hours are taken, as the parent’s declaration has it.',
    field: 'fundedWeeks',
    source: 'dfe-guidance',
    from: '2025-01-01',
    broken: ({ child }) => {
      const missing = entitlements.find(
        (one) => (child[`${one}Hours`] ?? 0) > 0 && child[`${one}Weeks`] === undefined,
      );
      return missing === undefined ? false : { value: missing };
    },
  },
  {
    code: 'early-years-weeks-over-open',
    level: 'child',
    severity: 'query',
    message: 'Hours are taken over more weeks than the setting is open.',
    help: 'Check the weeks of the child’s offer, and those that the setting is open.',
    field: 'fundedWeeks',
    source: 'rollbook',
    from: '2025-01-01',
    broken: ({ child, setting }) => {
      const weeks = entitlements.map((one) => child[`${one}Weeks`] ?? 0);
      return moreThan(Math.max(...weeks), setting.weeksOpen);
    },
  },
];
