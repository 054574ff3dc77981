import { z } from 'zod';
import { codeSchema, isoDateSchema, recordBaseShape } from './base.js';
import { addressSchema, emailSchema, phoneSchema } from './person.js';

export const pupilLanguageSchema = z.object({
  /** DfE language code, such as `ENG`. */
  code: codeSchema,
  /** F first, M main or home, and others as the file has them. */
  type: codeSchema.optional(),
  /** Who said so; as for ethnicity. */
  source: codeSchema.optional(),
});

/** A person on a school's roll, past, present or future. Its `key` is a {@link pupilKey}. */
export const pupilSchema = z.object({
  kind: z.literal('pupil'),
  ...recordBaseShape,
  /** Permanent or temporary unique pupil number, upper case. */
  upn: z.string().optional(),
  /** UPNs the pupil had before. */
  formerUpns: z.array(z.string()).optional(),
  uln: z.string().optional(),
  /** Unique candidate identifier for public examinations, 13 characters. */
  uci: z.string().optional(),
  /** Ids of the supplier for this pupil, by their own names (`guid`, `personId`, `schoolId`, ...). */
  supplierIds: z.record(z.string(), z.string()).optional(),
  surname: z.string().optional(),
  forename: z.string().optional(),
  middleNames: z.string().optional(),
  preferredSurname: z.string().optional(),
  preferredForename: z.string().optional(),
  formerSurnames: z.array(z.string()).optional(),
  birthDate: isoDateSchema.optional(),
  /** F or M (legal sex); older files send gender in the same place, and U or X elsewhere. */
  sex: codeSchema.optional(),
  /** Gender identity where the source holds it apart from sex. */
  genderIdentity: z.string().optional(),
  ethnicity: codeSchema.optional(),
  /** Who gave the ethnicity: C child, P parent, S school, T previous school, O other. */
  ethnicitySource: codeSchema.optional(),
  languages: z.array(pupilLanguageSchema).optional(),
  religion: codeSchema.optional(),
  nationalities: z.array(codeSchema).optional(),
  countryOfBirth: codeSchema.optional(),
  /** English as an additional language, where a source says it in so many words. */
  eal: z.boolean().optional(),
  disabilities: z.array(codeSchema).optional(),
  medicalConditions: z.array(z.string()).optional(),
  /** Emergency or general health flag of the file. */
  medicalFlag: z.boolean().optional(),
  address: addressSchema.optional(),
  phones: z.array(phoneSchema).optional(),
  emails: z.array(emailSchema).optional(),
});
export type Pupil = z.infer<typeof pupilSchema>;
export type PupilLanguage = z.infer<typeof pupilLanguageSchema>;
