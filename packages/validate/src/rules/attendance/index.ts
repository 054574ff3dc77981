import type { Rule } from '../../rule.js';
import { attendanceAbsenceContinuous } from './attendance-absence-continuous.js';
import { attendanceClosureOpenDay } from './attendance-closure-open-day.js';
import { attendanceCompulsoryAge } from './attendance-compulsory-age.js';
import { attendanceCountNegative } from './attendance-count-negative.js';
import { attendanceDayClosed } from './attendance-day-closed.js';
import { attendanceDualUnregistered } from './attendance-dual-unregistered.js';
import { attendanceExclusionMissing } from './attendance-exclusion-missing.js';
import { attendanceLateLong } from './attendance-late-long.js';
import { attendanceLateMinutes } from './attendance-late-minutes.js';
import { attendanceLateOverAttended } from './attendance-late-over-attended.js';
import { attendanceMarkFuture } from './attendance-mark-future.js';
import { attendanceMarkOutOfDate } from './attendance-mark-out-of-date.js';
import { attendanceMarkSession } from './attendance-mark-session.js';
import { attendanceMarkTwice } from './attendance-mark-twice.js';
import { attendanceMarkUnknown } from './attendance-mark-unknown.js';
import { attendanceMarksOverSummary } from './attendance-marks-over-summary.js';
import { attendanceOutsideEnrolment } from './attendance-outside-enrolment.js';
import { attendancePersistentAbsence } from './attendance-persistent-absence.js';
import { attendancePossibleImplausible } from './attendance-possible-implausible.js';
import { attendanceProspectiveOnRoll } from './attendance-prospective-on-roll.js';
import { attendanceSevereAbsence } from './attendance-severe-absence.js';
import { attendanceSicknessReturn } from './attendance-sickness-return.js';
import { attendanceSumOver } from './attendance-sum-over.js';
import { attendanceSumShort } from './attendance-sum-short.js';
import { attendanceSummaryDates } from './attendance-summary-dates.js';
import { attendanceSummaryYear } from './attendance-summary-year.js';
import { attendanceUnauthorisedThreshold } from './attendance-unauthorised-threshold.js';

export const attendanceRules: readonly Rule[] = [
  attendanceAbsenceContinuous,
  attendanceClosureOpenDay,
  attendanceCompulsoryAge,
  attendanceCountNegative,
  attendanceDayClosed,
  attendanceDualUnregistered,
  attendanceExclusionMissing,
  attendanceLateLong,
  attendanceLateMinutes,
  attendanceLateOverAttended,
  attendanceMarkFuture,
  attendanceMarkOutOfDate,
  attendanceMarkSession,
  attendanceMarkTwice,
  attendanceMarkUnknown,
  attendanceMarksOverSummary,
  attendanceOutsideEnrolment,
  attendancePersistentAbsence,
  attendancePossibleImplausible,
  attendanceProspectiveOnRoll,
  attendanceSevereAbsence,
  attendanceSicknessReturn,
  attendanceSumOver,
  attendanceSumShort,
  attendanceSummaryDates,
  attendanceSummaryYear,
  attendanceUnauthorisedThreshold,
];
