import { z } from 'zod';
import { recordBaseShape } from './base.js';

/** A school (or other setting) as a file names it: the source of an export, or a place a pupil attended. */
export const schoolSchema = z.object({
  kind: z.literal('school'),
  ...recordBaseShape,
  /** LA number, three digits (856 is Leicester). */
  la: z.string().optional(),
  /** Establishment number, four characters; `LLLL` in a CTF is the LA itself. */
  establishment: z.string().optional(),
  /** Unique reference number, six digits. */
  urn: z.string().optional(),
  name: z.string().optional(),
  /** UK provider reference number, eight digits. */
  ukprn: z.string().optional(),
});
export type School = z.infer<typeof schoolSchema>;
