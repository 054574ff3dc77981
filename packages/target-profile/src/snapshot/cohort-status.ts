import { ageOn, isIsoDate } from '@rollbook/model';
import { academicAgeOn } from './academic-age.js';
import { guaranteeDueOn } from './guarantee-on.js';

/** What tells whether and how a young person is in the return, beside age. */
export interface CohortFacts {
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | undefined;
  /** What the service knows: transferred, left England, a duplicate, deceased. It stands before all else. */
  readonly told?: 'T' | 'E' | 'M' | 'D' | undefined;
  /** An education, health and care plan; `not-told` when SEN may not be used. `none` when not given. */
  readonly plan?: 'current' | 'ceased' | 'none' | 'not-told' | undefined;
  /** False for one whom another authority leads on. True when not given. */
  readonly resident?: boolean | undefined;
  /** Has a September Guarantee status here for the guarantee that is due on the day. */
  readonly guarantee?: boolean | undefined;
}

export type OutsideReason = 'birth-date-missing' | 'too-young' | 'plan-not-told' | 'not-resident';

export type CohortVerdict =
  | { readonly status: 'P' | 'G' | 'A' | 'T' | 'E' | 'M' | 'D' | 'L' }
  /** Not in the return at all. */
  | { readonly outside: OutsideReason };

/**
 * Cohort status (YP10) on a day (`YYYY-MM-DD`), or why the young person isn't in the return.
 *
 * P: academic age 15 (final compulsory year), 16 and 17, and 18 to 24 with a current plan. G: one of 15 to 17 whom another
 * authority leads on but whose guarantee that is due on the day was made here. L: aged 20 to 25, in years of life, whose
 * plan has ceased; A: any other from academic age 18 on. T, E, M and D only when told. Source: cohort and YP10 of the
 * NCCIS requirement; that G is for those whom another authority leads on, and that the age of L is in years of life, is
 * inferred.
 *
 * @throws RangeError when `date` is no day.
 */
export function cohortStatus(facts: CohortFacts, date: string): CohortVerdict {
  if (!isIsoDate(date)) throw new RangeError('A cohort status is asked by date as YYYY-MM-DD.');
  const { birthDate, told, plan = 'none', resident = true, guarantee = false } = facts;
  if (told !== undefined) return { status: told };
  const age = academicAgeOn(birthDate, date);
  if (birthDate === undefined || age === undefined) return { outside: 'birth-date-missing' };
  if (age < 15) return { outside: 'too-young' };
  if (!resident) {
    const due = guaranteeDueOn(birthDate, date) !== undefined;
    return due && guarantee ? { status: 'G' } : { outside: 'not-resident' };
  }
  if (age <= 17) return { status: 'P' };
  if (age <= 24) {
    if (plan === 'not-told') return { outside: 'plan-not-told' };
    if (plan === 'current') return { status: 'P' };
  }
  const years = ageOn(birthDate, date);
  return { status: plan === 'ceased' && years >= 20 && years <= 25 ? 'L' : 'A' };
}
