import { placeSchema } from '@rollbook/model';
import { z } from 'zod';

/** error: the record is not fit to load; query: someone should look; info: told for completeness. */
export const severitySchema = z.enum(['error', 'query', 'info']);
export type Severity = z.infer<typeof severitySchema>;

/**
 * Something wrong or odd in the data. An issue is data and never thrown. Its `message` and `help` name
 * fields and codes and never hold a pupil's data, so they may be logged; `value` may hold it and may not.
 */
export const issueSchema = z.object({
  /** Stable code: kebab-case for parsers (`ctf-date-unreadable`), the rule's own for rules (`1500`). */
  code: z.string().min(1),
  severity: severitySchema,
  message: z.string().min(1),
  place: placeSchema,
  /** Canonical field, or the element or column of the source where there is no canonical one. */
  field: z.string().optional(),
  /** The value at fault, as sent. */
  value: z.string().optional(),
  /** What to do about it, for a person. */
  help: z.string().min(1),
  /** The record that it is about; absent for an issue of the whole file. */
  record: z.object({ kind: z.string(), key: z.string(), pupilKey: z.string().optional() }).optional(),
});
export type Issue = z.infer<typeof issueSchema>;

/** The record that an issue is about, as {@link Issue} refers to it. */
export function recordReference(record: {
  kind: string;
  key: string;
  pupilKey?: string | undefined;
}): NonNullable<Issue['record']> {
  return record.pupilKey === undefined
    ? { kind: record.kind, key: record.key }
    : { kind: record.kind, key: record.key, pupilKey: record.pupilKey };
}
