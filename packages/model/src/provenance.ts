import { z } from 'zod';

/**
 * Where in a file something stands. Only what the format has is filled in: lines for text and XML,
 * row and column for tables, an element path for XML and JSON. Line, column and row count from 1.
 */
export const placeSchema = z.object({
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  /** Row of a sheet or delimited file, 1 for the first row of the file. */
  row: z.int().min(1).optional(),
  /** Heading or letter of the column of a table. */
  columnName: z.string().optional(),
  sheet: z.string().optional(),
  /** Element path, such as `/CTFile/CTFpupilData/Pupil[12]/FSMhistory`; positions count from 1. */
  path: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** The file that records came from: one object, shared by all records of the file. */
export const fileProvenanceSchema = z.object({
  /** Base name only; never a path. */
  name: z.string().optional(),
  /**
   * SHA-256 of the file's bytes, lower-case hex. Null while a one-shot stream is still being read, since the
   * digest is computed in passing; the shared object is completed when the last byte has been read.
   */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Size in bytes; null as for `sha256`. */
  size: z.int().min(0).nullable(),
  /** Who made the software that wrote the file, such as `dfe`, `sims`, `isams`. */
  supplier: z.string(),
  /** The parser's id, such as `ctf`. */
  format: z.string(),
  /** Version of the format as the file states it. */
  version: z.string().optional(),
  /**
   * When the file was written, as it says of itself: an ISO 8601 date or date-time, London's where it names no zone. A loader
   * goes by it where files arrive out of order.
   */
  createdAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/)
    .optional(),
});
export type FileProvenance = z.infer<typeof fileProvenanceSchema>;

/** Where a record came from. */
export const provenanceSchema = z.object({ file: fileProvenanceSchema, place: placeSchema });
export type Provenance = z.infer<typeof provenanceSchema>;
