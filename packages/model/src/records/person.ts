import { z } from 'zod';
import { codeSchema } from './base.js';

export const phoneSchema = z.object({
  /** As sent; spacing and country prefix are not changed. */
  number: z.string().min(1),
  /** H home, W work, M mobile, F fax, A alternate, D minicom, or the supplier's own word. */
  type: codeSchema.optional(),
});
export type Phone = z.infer<typeof phoneSchema>;

export const emailSchema = z.object({ address: z.string().min(1), type: codeSchema.optional() });
export type Email = z.infer<typeof emailSchema>;

/** An address by lines, by the parts of BS 7666, or both. */
export const addressSchema = z.object({
  lines: z.array(z.string()).max(10).optional(),
  /** Secondary addressable object: flat or unit. */
  saon: z.string().optional(),
  /** Primary addressable object: house number or name. */
  paon: z.string().optional(),
  street: z.string().optional(),
  locality: z.string().optional(),
  town: z.string().optional(),
  administrativeArea: z.string().optional(),
  postTown: z.string().optional(),
  county: z.string().optional(),
  postcode: z.string().optional(),
  country: z.string().optional(),
  /** Unique property reference number, up to twelve digits, leading zeros as sent. */
  uprn: z.string().optional(),
  /** National Grid easting and northing in metres. */
  easting: z.number().optional(),
  northing: z.number().optional(),
});
export type Address = z.infer<typeof addressSchema>;
