import { z } from 'zod';
import { codeSchema, pupilRecordShape } from './base.js';
import { addressSchema, emailSchema, phoneSchema } from './person.js';

/** A parent, carer or other adult, as one pupil's contact. Its `key` is a {@link contactKey}. */
export const contactSchema = z.object({
  kind: z.literal('contact'),
  ...pupilRecordShape,
  /** Position in the school's order of contacts, 1 first. */
  priority: z.int().min(1).optional(),
  title: z.string().optional(),
  surname: z.string().optional(),
  forename: z.string().optional(),
  middleNames: z.string().optional(),
  sex: codeSchema.optional(),
  /** Relationship of the contact to the pupil, such as `PAM`. */
  relationship: codeSchema.optional(),
  /** Has parental responsibility for the pupil. */
  parentalResponsibility: z.boolean().optional(),
  courtOrder: z.boolean().optional(),
  livesWithPupil: z.boolean().optional(),
  supplierIds: z.record(z.string(), z.string()).optional(),
  address: addressSchema.optional(),
  phones: z.array(phoneSchema).optional(),
  emails: z.array(emailSchema).optional(),
});
export type Contact = z.infer<typeof contactSchema>;
