import type { AssessmentResult } from '@rollbook/model';
import { dayNumber, isoDay } from './days.js';
import type { Fields } from './draft.js';
import type { Random } from './random.js';

/**
 * Some of the early learning goals since September 2021 with their subjects. `COM` with `E01` stands in public files
 * (docs/formats/ctf.md); the others follow its numbering and are unconfirmed.
 */
const GOALS = [
  ['COM', 'E01'],
  ['COM', 'E02'],
  ['PSE', 'E03'],
  ['PSE', 'E05'],
  ['PHY', 'E06'],
  ['MAT', 'E11'],
  ['MAT', 'E12'],
] as const;

const SECONDARY_SUBJECTS = ['ENG', 'MAT', 'SCI', 'GEO', 'FRE'] as const;

/** A pupil's results so far. */
class Results {
  readonly list: Fields<AssessmentResult>[] = [];

  constructor(
    private readonly academicYear: number,
    private readonly yearIndex: number,
    /** The year in which the pupil came to England's schools, as a year index: nothing is known from before. */
    private readonly fromIndex: number,
  ) {}

  /** The school year in which the pupil was in `yearIndex`, or undefined when that is not over or not known. */
  yearOf(yearIndex: number): number | undefined {
    if (yearIndex >= this.yearIndex || yearIndex < this.fromIndex) return undefined;
    return this.academicYear - (this.yearIndex - yearIndex);
  }

  add(academicYear: number, month: number, day: number, fields: Fields<AssessmentResult>): void {
    this.list.push({
      locale: 'ENG',
      academicYear,
      resultStatus: 'R',
      ...fields,
      resultDate: isoDay(dayNumber(academicYear + 1, month, day)),
    });
  }
}

/** A score near the middle of the range for most, by three draws. */
function score(random: Random, low: number, high: number, shift: number): number {
  const middle = (random.fraction() + random.fraction() + random.fraction()) / 3 + shift;
  return Math.round(low + (high - low) * Math.min(1, Math.max(0, middle)));
}

function grade(random: Random, shift: number): string {
  const value = random.fraction() + shift;
  return value < 0.22 ? 'WTS' : value < 0.75 ? 'EXS' : 'GDS';
}

/**
 * Results of the statutory assessments that a pupil has come past by the start of `academicYear`, with the
 * checks of the years in which they were held, and of secondary pupils the school's own grades.
 *
 * @param yearIndex year group as a number, Reception is 0
 * @param fromIndex year group in which the pupil was first on a roll in England
 */
export function makeResults(
  random: Random,
  academicYear: number,
  yearIndex: number,
  fromIndex: number,
): Fields<AssessmentResult>[] {
  const results = new Results(academicYear, yearIndex, fromIndex);
  const shift = 0.16 * (random.fraction() - 0.35);

  // Schools send on the profile of the youngest only
  const reception = results.yearOf(0);
  if (reception !== undefined && reception >= 2021 && yearIndex <= 4) {
    for (const [subject, component] of GOALS) {
      const result = random.chance(0.78 + shift) ? '2' : '1';
      results.add(reception, 6, 26, {
        stage: 'EYF',
        subject,
        component,
        method: 'FA',
        resultQualifier: 'FD',
        result,
      });
    }
  }
  const phonics = results.yearOf(1);
  if (phonics !== undefined && yearIndex <= 6) {
    const result = String(Math.min(40, score(random, 18, 48, shift)));
    results.add(phonics, 6, 12, {
      stage: 'KS1',
      subject: 'PHO',
      component: 'PHO',
      method: 'TA',
      resultQualifier: 'NM',
      result,
    });
  }
  const tables = results.yearOf(4);
  if (tables !== undefined && tables >= 2021) {
    const result = String(Math.min(25, score(random, 6, 34, shift)));
    results.add(tables, 6, 14, {
      stage: 'KS2',
      subject: 'MAT',
      component: 'MTC',
      method: 'TT',
      resultQualifier: 'MT',
      result,
    });
  }
  const keyStage2 = results.yearOf(6);
  if (keyStage2 !== undefined && keyStage2 !== 2019 && keyStage2 !== 2020) {
    // No tests in the summers of 2020 and 2021
    for (const [subject, component] of [
      ['ENG', 'REA'],
      ['ENG', 'GPS'],
      ['MAT', 'MAT'],
    ] as const) {
      const result = String(score(random, 82, 120, shift + 0.06));
      results.add(keyStage2, 7, 8, {
        stage: 'KS2',
        subject,
        component,
        method: 'TT',
        resultQualifier: 'NS',
        result,
      });
    }
    const result = grade(random, shift);
    results.add(keyStage2, 7, 8, {
      stage: 'KS2',
      subject: 'ENG',
      component: 'WRI',
      method: 'TA',
      resultQualifier: 'NL',
      result,
    });
  }
  for (let past = Math.max(7, yearIndex - 1); past <= 10 && past < yearIndex; past++) {
    const year = results.yearOf(past);
    if (year === undefined) continue;
    for (const subject of SECONDARY_SUBJECTS) {
      results.add(year, 7, 4, {
        stage: past < 9 ? 'KS3' : 'KS4',
        subject,
        method: 'TA',
        resultStatus: past < 9 ? 'I' : 'E',
        resultQualifier: 'EG',
        result: String(Math.max(1, score(random, 1, 9, shift))),
      });
    }
  }
  return results.list;
}
