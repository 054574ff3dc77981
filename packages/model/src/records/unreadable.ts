import { z } from 'zod';
import { jsonValueSchema } from '../json-value.js';
import { recordBaseShape } from './base.js';

/**
 * Something the file has that can't become the record it should be, since what identifies it is missing or
 * unreadable. It is kept whole, is counted as received, and always ends in quarantine.
 */
export const unreadableSchema = z.object({
  kind: z.literal('unreadable'),
  ...recordBaseShape,
  /** The kind it should have been. */
  intended: z.string(),
  pupilKey: z.string().optional(),
  /** The data as sent, in the shape of its format. */
  raw: jsonValueSchema,
});
export type Unreadable = z.infer<typeof unreadableSchema>;
