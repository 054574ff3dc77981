import { Random } from './random.js';
import { schoolYear } from './school-calendar.js';

/** What a year group does on certain days of a school year, as day numbers. */
export interface YearGroupEvents {
  readonly trips: ReadonlySet<number>;
  readonly workExperience: ReadonlySet<number>;
}

/** Random numbers of what all pupils share: whole school, or a year group. */
const EVENT_STREAM = 5;
const WHOLE_SCHOOL = 99;
const TRIPS = 3;

/**
 * Trips, weeks of work experience, and days on which the school was shut by snow. They are the same for all pupils, so
 * each school year's are made once.
 */
export class SchoolEvents {
  readonly #closures = new Map<number, ReadonlySet<number>>();
  readonly #groups = new Map<number, YearGroupEvents>();

  constructor(private readonly seed: number) {}

  /** Days on which the school was unexpectedly closed; one school year in four has some. */
  closures(academicYear: number): ReadonlySet<number> {
    let closures = this.#closures.get(academicYear);
    if (closures === undefined) {
      const random = new Random(this.seed, EVENT_STREAM, academicYear, WHOLE_SCHOOL);
      const { days, springFrom, summerFrom } = schoolYear(academicYear);
      const winter = days.filter((day) => springFrom <= day && day < Math.min(springFrom + 60, summerFrom));
      const first = random.below(winter.length - 1);
      const length = random.between(1, 2);
      closures = new Set(random.chance(0.25) ? winter.slice(first, first + length) : []);
      this.#closures.set(academicYear, closures);
    }
    return closures;
  }

  of(academicYear: number, yearIndex: number): YearGroupEvents {
    const key = academicYear * 100 + yearIndex;
    let events = this.#groups.get(key);
    if (events === undefined) {
      const random = new Random(this.seed, EVENT_STREAM, academicYear, yearIndex);
      const { days, mayHalfTerm } = schoolYear(academicYear);
      const trips = new Set(Array.from({ length: TRIPS }, () => random.pick(days)));
      // Two weeks after half term, when the year above has its examinations
      const week = yearIndex === 10 || yearIndex === 12 ? mayHalfTerm + 21 : undefined;
      const workExperience = new Set(
        week === undefined ? [] : days.filter((day) => week <= day && day <= week + 4),
      );
      events = { trips, workExperience };
      this.#groups.set(key, events);
    }
    return events;
  }
}
