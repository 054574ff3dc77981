import { z } from 'zod';
import { academicYearSchema, codeSchema, isoDateSchema, pupilRecordShape } from './base.js';

export const exclusionReviewSchema = z.object({
  date: isoDateSchema.optional(),
  /** What body met: governors, independent review panel. */
  body: codeSchema.optional(),
  result: codeSchema.optional(),
});

/** A suspension, a permanent exclusion, or a lunchtime exclusion. */
export const exclusionSchema = z.object({
  kind: z.literal('exclusion'),
  ...pupilRecordShape,
  /** SUSP (older files FIXD), PERM, LNCH. */
  category: codeSchema.optional(),
  /** Up to three reasons, the first the main one. */
  reasons: z.array(codeSchema).optional(),
  startDate: isoDateSchema.optional(),
  startSession: z.enum(['AM', 'PM']).optional(),
  endDate: isoDateSchema.optional(),
  endSession: z.enum(['AM', 'PM']).optional(),
  /** Length in sessions; a school day is two. */
  sessions: z.int().min(0).optional(),
  academicYear: academicYearSchema.optional(),
  term: codeSchema.optional(),
  /** The pupil was on the register of another school for it. */
  attended: z.string().optional(),
  reviews: z.array(exclusionReviewSchema).optional(),
  comment: z.string().optional(),
});
export type Exclusion = z.infer<typeof exclusionSchema>;
