import { z } from 'zod';
import { academicYearSchema, codeSchema, isoDateSchema, pupilRecordShape, yearGroupSchema } from './base.js';

/** One session of one day: the mark in the attendance register. */
export const attendanceMarkSchema = z.object({
  kind: z.literal('attendance-mark'),
  ...pupilRecordShape,
  date: isoDateSchema,
  session: z.enum(['AM', 'PM']),
  /** DfE code, judged by the date of its session; `-` is no mark. */
  code: codeSchema,
  minutesLate: z.int().min(0).optional(),
  comment: z.string().optional(),
});
export type AttendanceMark = z.infer<typeof attendanceMarkSchema>;

/** Sums of sessions over an academic year, a term, or a span of dates. All figures are sessions. */
export const attendanceSummarySchema = z.object({
  kind: z.literal('attendance-summary'),
  ...pupilRecordShape,
  /** The year in which the academic year starts. */
  academicYear: academicYearSchema.optional(),
  term: codeSchema.optional(),
  startDate: isoDateSchema.optional(),
  endDate: isoDateSchema.optional(),
  /** LAESTAB of the school where the sessions were, when not the sender. */
  attended: z.string().optional(),
  yearGroup: yearGroupSchema.optional(),
  sessionsPossible: z.int().optional(),
  sessionsAttended: z.int().optional(),
  sessionsAuthorised: z.int().optional(),
  sessionsUnauthorised: z.int().optional(),
  /** Missed through the exceptional circumstances that are no absence (unable to attend). */
  sessionsExceptional: z.int().optional(),
  sessionsLate: z.int().optional(),
  /** Sessions by attendance code or reason, where the source has them. */
  sessionsByCode: z.record(z.string(), z.int()).optional(),
});
export type AttendanceSummary = z.infer<typeof attendanceSummarySchema>;
