import { academicYearOf, type Exclusion, exclusionCategories, exclusionReasons } from '@rollbook/model';
import { sessionNumber } from './attendance-marks.js';
import { isoDay } from './days.js';
import type { Fields } from './draft.js';
import { type Random, Weighted } from './random.js';
import { type DaysOfYear, type SchoolYear, termOf } from './school-calendar.js';

export interface PupilExclusions {
  readonly exclusions: Fields<Exclusion>[];
  /** Sessions on which the pupil may not come, see {@link sessionNumber}. */
  readonly suspended: ReadonlySet<number>;
}

/** Share of pupils excluded in a school year by year group, Reception first: half a pupil in 100, and about three. */
const RATES = [
  0.0003, 0.0005, 0.001, 0.005, 0.008, 0.01, 0.011, 0.03, 0.038, 0.043, 0.042, 0.03, 0.006, 0.004,
];
const DAYS_IN_YEAR = 190;
/** Year group below which nobody is excluded for good. */
const FIRST_PERMANENT = 3;
/** School days within which governors meet about a permanent exclusion: until then the pupil stays on roll. */
const REVIEW_DAYS = 15;
/** 45 school days (DfE, Suspension and permanent exclusion guidance). */
const MOST_SESSIONS = 90;

const COUNTS = new Weighted([
  [1, 66],
  [2, 19],
  [3, 8],
  [4, 4],
  [6, 3],
]);
const LENGTHS = new Weighted([
  [1, 8],
  [2, 36],
  [3, 4],
  [4, 20],
  [6, 13],
  [8, 4],
  [10, 12],
  [20, 2.5],
  [30, 0.5],
]);
const REASON_COUNTS = new Weighted([
  [1, 74],
  [2, 20],
  [3, 6],
]);
/** First day of meanings that older files had for Wales alone. */
const NEW_REASONS = '2026-09-01';
const REASONS: readonly (readonly [code: string, weight: number, from?: string])[] = [
  ['DB', 46],
  ['PP', 17],
  ['VA', 16],
  ['PA', 6],
  ['VP', 5],
  ['DM', 3],
  ['DA', 3],
  ['OW', 2.5],
  ['TH', 1.5],
  ['BU', 1.5],
  ['RA', 1.5],
  ['SM', 1],
  ['MT', 1],
  ['LG', 0.7],
  ['DS', 0.2],
  ['PH', 0.2],
  ['OT', 4],
  ['LD', 3, NEW_REASONS],
  ['CB', 3, NEW_REASONS],
  ['VR', 2, NEW_REASONS],
  ['MP', 1.5, NEW_REASONS],
  ['TB', 1, NEW_REASONS],
];

const reasonsByYear = new Map<number, Weighted<string>>();

/** Reasons valid on a day; the list changes with school years, so one is made for each. */
function reasonsOn(date: string): Weighted<string> {
  const academicYear = academicYearOf(date);
  let reasons = reasonsByYear.get(academicYear);
  if (reasons === undefined) {
    reasons = new Weighted(
      REASONS.filter(
        ([code, , from]) => (from === undefined || from <= date) && exclusionReasons.has(code, date),
      ).map(([code, weight]) => [code, weight]),
    );
    reasonsByYear.set(academicYear, reasons);
  }
  return reasons;
}

function pickReasons(random: Random, date: string): string[] {
  const reasons = reasonsOn(date);
  const count = REASON_COUNTS.pick(random);
  const picked = new Set<string>();
  while (picked.size < count) picked.add(reasons.pick(random));
  return [...picked];
}

interface Start {
  readonly year: SchoolYear;
  /** Days of the year that the pupil was on roll, and which of them it is. */
  readonly days: readonly number[];
  readonly index: number;
}

function startAt(years: readonly DaysOfYear[], position: number): Start {
  let index = position;
  for (const { year, days } of years) {
    if (index < days.length) return { year, days, index };
    index -= days.length;
  }
  throw new RangeError('no such school day');
}

const SESSIONS = ['AM', 'PM'] as const;

/** Makes the exclusions of one pupil, one after another in time. */
class ExclusionMaker {
  readonly exclusions: Fields<Exclusion>[] = [];
  readonly suspended = new Set<number>();
  /** Sessions by school year, as the limit is for each. */
  readonly #sums = new Map<number, number>();
  #lastSession = -1;

  constructor(private readonly random: Random) {}

  add({ year, days, index }: Start): void {
    const { random } = this;
    const day = days[index] as number;
    const lunchtime = random.chance(0.03);
    const half = !lunchtime && random.chance(0.25) ? 1 : 0;
    const sum = this.#sums.get(year.academicYear) ?? 0;
    const wanted = lunchtime ? random.between(1, 5) : LENGTHS.pick(random);
    const perDay = lunchtime ? 1 : 2;
    const sessions = Math.min(wanted, (days.length - index) * perDay - half);
    const reasons = pickReasons(random, isoDay(day));
    // With a day between, so that two do not read as one
    if (sum + sessions > MOST_SESSIONS || sessionNumber(day, 0) <= this.#lastSession + 2) return;
    const last = half + sessions - 1;
    const lastDay = days[index + Math.floor(last / perDay)] as number;
    const endHalf = lunchtime ? 1 : ((last % 2) as 0 | 1);
    this.#lastSession = sessionNumber(lastDay, endHalf);
    this.#sums.set(year.academicYear, sum + sessions);
    if (!lunchtime) {
      for (let i = half; i <= last; i++) {
        this.suspended.add(sessionNumber(days[index + (i >> 1)] as number, (i & 1) as 0 | 1));
      }
    }
    this.exclusions.push({
      category: lunchtime ? 'LNCH' : exclusionCategories.has('SUSP', isoDay(day)) ? 'SUSP' : 'FIXD',
      reasons,
      startDate: isoDay(day),
      // Lunch is in neither session
      ...(lunchtime ? {} : { startSession: SESSIONS[half] }),
      endDate: isoDay(lastDay),
      ...(lunchtime ? {} : { endSession: SESSIONS[endHalf] }),
      sessions,
      academicYear: year.academicYear,
      term: termOf(day, year),
    });
  }

  /** A permanent exclusion, with the pupil on roll until the governors have met. */
  addPermanent({ year, days, index }: Start): void {
    const day = days[index] as number;
    if (sessionNumber(day, 0) <= this.#lastSession) return;
    for (const each of days.slice(index)) {
      this.suspended.add(sessionNumber(each, 0)).add(sessionNumber(each, 1));
    }
    this.exclusions.push({
      category: 'PERM',
      reasons: pickReasons(this.random, isoDay(day)),
      startDate: isoDay(day),
      startSession: 'AM',
      academicYear: year.academicYear,
      term: termOf(day, year),
    });
  }
}

const NONE: PupilExclusions = { exclusions: [], suspended: new Set() };

/**
 * The exclusions of a pupil on the given school days, oldest first; most pupils have none. The chance is for a school
 * year, and less for fewer days.
 *
 * @param yearIndexIn year group in a school year, as a number; 0 is Reception
 */
export function makeExclusions(
  random: Random,
  years: readonly DaysOfYear[],
  yearIndexIn: (academicYear: number) => number,
): PupilExclusions {
  const total = years.reduce((sum, { days }) => sum + days.length, 0);
  if (total === 0) return NONE;
  const first = random.below(total);
  const yearIndex = yearIndexIn(startAt(years, first).year.academicYear);
  const rate = RATES[Math.min(yearIndex, RATES.length - 1)] as number;
  if (!random.chance(rate * Math.min(1, total / DAYS_IN_YEAR))) return NONE;

  const starts = [first];
  for (let count = COUNTS.pick(random); count > 1; count--) starts.push(random.below(total));
  starts.sort((a, b) => a - b);
  const maker = new ExclusionMaker(random);
  const permanent = yearIndex >= FIRST_PERMANENT && random.chance(0.012);
  for (const start of starts) maker.add(startAt(years, start));
  if (permanent) {
    const recent = (years.at(-1) as DaysOfYear).days.length;
    maker.addPermanent(startAt(years, total - random.between(1, Math.min(REVIEW_DAYS, recent))));
  }
  return { exclusions: maker.exclusions, suspended: maker.suspended };
}
