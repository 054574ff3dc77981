import { z } from 'zod';
import { jsonValueSchema } from '../json-value.js';
import { provenanceSchema } from '../provenance.js';

/**
 * A day as `YYYY-MM-DD`. A pattern and not a calendar check: parsers only write days that exist
 * ({@link isIsoDate}), and rules look at the rest.
 */
export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A code value of the DfE's, kept as sent even when no code set knows it; rules judge it by date. */
export const codeSchema = z.string().min(1).max(40);

/** LA number and establishment number as seven digits, or as sent where the source has less. */
export const laestabSchema = z.string().regex(/^\d{7}$/);

/** Academic year by the calendar year in which it starts: 2026 for 2026/27. */
export const academicYearSchema = z.int().min(1900).max(2200);

/** Year group as in the DfE's NC year actual: `N1`, `N2`, `R`, `1` to `14`, `X`. */
export const yearGroupSchema = z.string().min(1).max(4);

/** What every canonical record carries beside its own fields. */
export const recordBaseShape = {
  /**
   * Natural key of the record within its kind and school: the same thing sent again has the same key, so a
   * store can merge it. Made by the `*Key` functions of this package.
   */
  key: z.string().min(1),
  /** LAESTAB of the school that the record is about, from its own data or from the file's header. */
  school: laestabSchema.optional(),
  provenance: provenanceSchema,
  /**
   * What was sent, word for word, for each field whose canonical value is not the very text of the source
   * (converted, mended or unreadable). Fields that were taken over as they stood are not repeated.
   */
  sent: z.record(z.string(), z.string()).optional(),
  /** What the parser has no canonical field for, under the supplier's own names. */
  extensions: z.record(z.string(), jsonValueSchema).optional(),
} as const;

/** What every record about one pupil carries. */
export const pupilRecordShape = {
  ...recordBaseShape,
  /** Links the record to its pupil within one school: the pupil record's `key`. */
  pupilKey: z.string().min(1),
} as const;
