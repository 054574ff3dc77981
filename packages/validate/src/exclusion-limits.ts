import type { Exclusion } from '@rollbook/model';

/**
 * Most sessions for which a pupil may be suspended in one school year, at all schools together: 45 school days
 * of two sessions (DfE, Suspension and permanent exclusion guidance; School Discipline (Pupil Exclusions and
 * Reviews) (England) Regulations 2012, regulation 4).
 */
export const SUSPENSION_LIMIT_SESSIONS = 90;

/** Suspensions of a term beyond which the governing board must meet of its own accord: 15 school days. */
export const BOARD_MUST_MEET_SESSIONS = 30;

/** School days that the governing board has to meet after a permanent exclusion or a long sum of suspensions. */
export const BOARD_MEETS_WITHIN_DAYS = 15;

/** True for a suspension, under its category of today or of before; false for lunchtimes and permanent ones. */
export function isSuspension({ category }: Pick<Exclusion, 'category'>): boolean {
  return category === 'SUSP' || category === 'FIXD';
}

/**
 * Sessions that an exclusion counts in limits: those of a suspension as told; a lunchtime exclusion counts
 * half a day, which is one session, for each session told; 0 for all else and where no length is told.
 */
export function limitedSessions({ category, sessions }: Pick<Exclusion, 'category' | 'sessions'>): number {
  return sessions !== undefined && (isSuspension({ category }) || category === 'LNCH') ? sessions : 0;
}
