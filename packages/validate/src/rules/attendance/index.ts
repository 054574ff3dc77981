import type { Rule } from '../../rule.js';
import { attendanceCountNegative } from './attendance-count-negative.js';
import { attendanceMarkFuture } from './attendance-mark-future.js';
import { attendanceMarkOutOfDate } from './attendance-mark-out-of-date.js';
import { attendanceMarkSession } from './attendance-mark-session.js';
import { attendanceMarkTwice } from './attendance-mark-twice.js';
import { attendanceMarkUnknown } from './attendance-mark-unknown.js';
import { attendanceOutsideEnrolment } from './attendance-outside-enrolment.js';
import { attendancePossibleImplausible } from './attendance-possible-implausible.js';
import { attendanceSumOver } from './attendance-sum-over.js';
import { attendanceSumShort } from './attendance-sum-short.js';

export const attendanceRules: readonly Rule[] = [
  attendanceCountNegative,
  attendanceMarkFuture,
  attendanceMarkOutOfDate,
  attendanceMarkSession,
  attendanceMarkTwice,
  attendanceMarkUnknown,
  attendanceOutsideEnrolment,
  attendancePossibleImplausible,
  attendanceSumOver,
  attendanceSumShort,
];
