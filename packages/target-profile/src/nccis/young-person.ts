import { z } from 'zod';

/** One young person's September Guarantee in one year, as the return gives it: `SeptemberGuarantee/Year11` or `/Year12`. */
export const nccisGuaranteeSchema = z.object({
  /** SG02 (Year 11) or SG11 (Year 12). */
  guaranteeStatus: z.string().optional(),
  leaCode: z.string().optional(),
});
export type NccisGuarantee = z.infer<typeof nccisGuaranteeSchema>;

/** What a young person does now: `Activities/Cohort`. Dates are `CCYY-MM-DD` when the file is right. */
export const nccisActivitySchema = z.object({
  activityCode: z.string().optional(),
  startDate: z.string().optional(),
  /** When the service first recorded it. */
  dateAscertained: z.string().optional(),
  dateVerified: z.string().optional(),
  reviewDate: z.string().optional(),
  dueToLapseDate: z.string().optional(),
  /** Y or N. */
  currencyLapsed: z.string().optional(),
  /** LAESTAB, seven digits; an LA's number and 9999 for none. */
  establishmentNumber: z.string().optional(),
  establishmentName: z.string().optional(),
  /** UKPRN, eight digits from 1. */
  ukProviderReferenceNumber: z.string().optional(),
  neetStartDate: z.string().optional(),
  predictedEndDate: z.string().optional(),
});
export type NccisActivityFields = z.infer<typeof nccisActivitySchema>;

/**
 * One `YoungPersonsRecord` of the monthly NCCIS return, element by element, every value as the text that stands in the
 * file: the rules judge text. Absent is what isn't in the file or is empty there. Source: MI Return NCCIS 2015 (XSD),
 * and the public samples of 2019 for `SENSupportFlag`; docs/formats/nccis.md.
 */
export const nccisYoungPersonSchema = z.object({
  /** Thirteen digits, the first three the database's id. */
  youngPersonsId: z.string().optional(),
  cohortStatus: z.string().optional(),
  givenName: z.string().optional(),
  middleName: z.string().optional(),
  familyName: z.string().optional(),
  addressLine1: z.string().optional(),
  addressLine2: z.string().optional(),
  addressLine3: z.string().optional(),
  addressLine4: z.string().optional(),
  town: z.string().optional(),
  county: z.string().optional(),
  postcode: z.string().optional(),
  gender: z.string().optional(),
  dob: z.string().optional(),
  ethnicity: z.string().optional(),
  leadLea: z.string().optional(),
  educatedLea: z.string().optional(),
  transferredToLaCode: z.string().optional(),
  leaCodeAtYear11: z.string().optional(),
  uniqueLearnerNo: z.string().optional(),
  uniquePupilNumber: z.string().optional(),
  /** Y or N. */
  guaranteeStatusIndicator: z.string().optional(),
  youthContractIndicator: z.string().optional(),
  youthContractStartDate: z.string().optional(),
  previousYpidIdentifier: z.string().optional(),
  guaranteeYear11: nccisGuaranteeSchema.optional(),
  guaranteeYear12: nccisGuaranteeSchema.optional(),
  levelOfNeedCode: z.string().optional(),
  /** Y or N. */
  sendFlag: z.string().optional(),
  /** Y or N; in returns of later years. */
  senSupportFlag: z.string().optional(),
  characteristics: z.array(z.string()).optional(),
  /** Absent when the record has no `Activities` block or no `Cohort` in it. */
  activity: nccisActivitySchema.optional(),
  intendedDestinationYr11: z.string().optional(),
});
export type NccisYoungPerson = z.infer<typeof nccisYoungPersonSchema>;

/** `FileHeader` of the return. */
export const nccisHeaderSchema = z.object({
  databaseIds: z.array(z.string()),
  /** `SourceLEAs/LEACode`: the authorities whose people may be in the file. */
  sourceLeas: z.array(z.string()),
  dateOfSend: z.string().optional(),
  periodEnd: z.string().optional(),
  supplierName: z.string().optional(),
  supplierXmlVersion: z.string().optional(),
  xmlSchemaVersion: z.string().optional(),
});
export type NccisHeader = z.infer<typeof nccisHeaderSchema>;
