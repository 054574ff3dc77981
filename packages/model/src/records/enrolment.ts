import { z } from 'zod';
import { codeSchema, isoDateSchema, laestabSchema, pupilRecordShape, yearGroupSchema } from './base.js';

/**
 * A pupil's registration at one school, the sending school (`current: true`) or one before. Its `key` is an
 * {@link enrolmentKey} of the school attended and the entry date.
 */
export const enrolmentSchema = z.object({
  kind: z.literal('enrolment'),
  ...pupilRecordShape,
  /** LAESTAB of the school attended, where it has one; `school` is who sent the record. */
  attended: laestabSchema.optional(),
  attendedName: z.string().optional(),
  attendedUrn: z.string().optional(),
  /** True when this is the registration at the sending school, false for school history. */
  current: z.boolean().optional(),
  /** C current, M main (dual), S subsidiary (dual), G guest, F further education, O other. */
  status: codeSchema.optional(),
  entryDate: isoDateSchema.optional(),
  leavingDate: isoDateSchema.optional(),
  leavingReason: codeSchema.optional(),
  /** True when the school named is where the pupil last was before. */
  lastSchool: z.boolean().optional(),
  yearGroup: yearGroupSchema.optional(),
  registrationGroup: z.string().optional(),
  house: z.string().optional(),
  admissionNumber: z.string().optional(),
  /** Boarder indicator: B, N, 6 or 7. */
  boarder: codeSchema.optional(),
  partTime: z.boolean().optional(),
  /** Free text the sending school put to a registration. */
  note: z.string().optional(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
