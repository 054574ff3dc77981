import { z } from 'zod';
import { academicYearSchema, codeSchema, isoDateSchema, pupilRecordShape, yearGroupSchema } from './base.js';

/** One result of one assessment or examination. */
export const assessmentResultSchema = z.object({
  kind: z.literal('assessment-result'),
  ...pupilRecordShape,
  /** Key stage or stage: `FSP`, `KS1`, `KS2`, `KS3`, `KS4`, `Y1` and so on, as the file has it. */
  stage: codeSchema.optional(),
  /** How the file groups results, where it does: the academic year, locale (England, Wales). */
  academicYear: academicYearSchema.optional(),
  locale: codeSchema.optional(),
  yearGroup: yearGroupSchema.optional(),
  subject: codeSchema.optional(),
  method: codeSchema.optional(),
  component: codeSchema.optional(),
  /** What kind of value the result is: NL, TT, TM, FA and so on. */
  resultQualifier: codeSchema.optional(),
  /** The result as sent: a grade, level, mark or code. */
  result: z.string().optional(),
  resultStatus: codeSchema.optional(),
  resultDate: isoDateSchema.optional(),
  /** Awarding body and qualification, for examinations. */
  awardingBody: codeSchema.optional(),
  qualificationNumber: z.string().optional(),
  /** LAESTAB of the school where it was taken, when not the sender. */
  attended: z.string().optional(),
});
export type AssessmentResult = z.infer<typeof assessmentResultSchema>;
