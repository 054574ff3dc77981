import type { Rule } from '../../rule.js';
import { exclusionAcademicYear } from './exclusion-academic-year.js';
import { exclusionAttended } from './exclusion-attended.js';
import { exclusionAttendedAfterPermanent } from './exclusion-attended-after-permanent.js';
import { exclusionBeforeEntry } from './exclusion-before-entry.js';
import { exclusionCategoryOutOfDate } from './exclusion-category-out-of-date.js';
import { exclusionDates } from './exclusion-dates.js';
import { exclusionDayClosed } from './exclusion-day-closed.js';
import { exclusionOverlap } from './exclusion-overlap.js';
import { exclusionPermanentReview } from './exclusion-permanent-review.js';
import { exclusionReasonOutOfDate } from './exclusion-reason-out-of-date.js';
import { exclusionReasonsCount } from './exclusion-reasons-count.js';
import { exclusionReviewCode } from './exclusion-review-code.js';
import { exclusionReviewEarly } from './exclusion-review-early.js';
import { exclusionSessionsDates } from './exclusion-sessions-dates.js';
import { exclusionSessionsLimit } from './exclusion-sessions-limit.js';
import { exclusionSuspensionsReview } from './exclusion-suspensions-review.js';
import { exclusionTerm } from './exclusion-term.js';

export const exclusionRules: readonly Rule[] = [
  exclusionAcademicYear,
  exclusionAttended,
  exclusionAttendedAfterPermanent,
  exclusionBeforeEntry,
  exclusionCategoryOutOfDate,
  exclusionDates,
  exclusionDayClosed,
  exclusionOverlap,
  exclusionPermanentReview,
  exclusionReasonOutOfDate,
  exclusionReasonsCount,
  exclusionReviewCode,
  exclusionReviewEarly,
  exclusionSessionsDates,
  exclusionSessionsLimit,
  exclusionSuspensionsReview,
  exclusionTerm,
];
