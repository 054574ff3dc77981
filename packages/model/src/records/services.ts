import { z } from 'zod';
import {
  academicYearSchema,
  codeSchema,
  isoDateSchema,
  laestabSchema,
  pupilRecordShape,
  yearGroupSchema,
} from './base.js';

/** One preference of an application for a school place. Key: {@link admissionApplicationKey}. */
export const admissionApplicationSchema = z.object({
  kind: z.literal('admission-application'),
  ...pupilRecordShape,
  /** The year in which the school year starts that the place is for. */
  intakeYear: z.int().optional(),
  yearGroup: yearGroupSchema.optional(),
  applicationReference: z.string().optional(),
  /** LAESTAB of the school asked for. */
  preferredSchool: laestabSchema.optional(),
  /** Its name as sent, which is all that a list of applications often has. */
  preferredSchoolName: z.string().optional(),
  /** 1 is the first choice. */
  preference: z.int().min(1).optional(),
  receivedDate: isoDateSchema.optional(),
  reason: codeSchema.optional(),
  siblingAtSchool: z.boolean().optional(),
  status: codeSchema.optional(),
  outcome: codeSchema.optional(),
  offerDate: isoDateSchema.optional(),
});
export type AdmissionApplication = z.infer<typeof admissionApplicationSchema>;

/** A child's funded early-years hours with one provider in one term. Key: {@link earlyYearsFundingKey}. */
export const earlyYearsFundingSchema = z.object({
  kind: z.literal('early-years-funding'),
  ...pupilRecordShape,
  /** LAESTAB of a school, URN of a setting, or its name where the source has no number. */
  provider: z.string().optional(),
  academicYear: academicYearSchema.optional(),
  term: codeSchema.optional(),
  startDate: isoDateSchema.optional(),
  endDate: isoDateSchema.optional(),
  /** Hours a week, as all hours here: universal 15, or those of two-year-olds with additional support. */
  fundedHours: z.number().optional(),
  extendedHours: z.number().optional(),
  expandedHours: z.number().optional(),
  hoursAtSetting: z.number().optional(),
  /** 38 as a rule; more where the hours are stretched over the year. */
  weeksPerYear: z.number().optional(),
  /** Basis of the funding: economic, high-level SEN or disability, looked after and so on. */
  basis: codeSchema.optional(),
  eligibilityCode: z.string().optional(),
  eypp: z.boolean().optional(),
  disabilityAccessFund: z.boolean().optional(),
  /** Integer pence. */
  amountPence: z.int().optional(),
});
export type EarlyYearsFunding = z.infer<typeof earlyYearsFundingSchema>;

/**
 * A young person's participation (NCCIS): one activity over a span of dates. Key: {@link youthParticipationKey}.
 */
export const youthParticipationSchema = z.object({
  kind: z.literal('youth-participation'),
  ...pupilRecordShape,
  /** Thirteen digits: the young person's id in NCCIS. */
  youngPersonId: z.string().optional(),
  activity: codeSchema.optional(),
  startDate: isoDateSchema.optional(),
  endDate: isoDateSchema.optional(),
  dueToLapseDate: isoDateSchema.optional(),
  dateAscertained: isoDateSchema.optional(),
  /** LAESTAB (7 digits), UKPRN (8 digits), or the provider's name where the source has no number. */
  establishment: z.string().optional(),
  intendedDestination: codeSchema.optional(),
  guaranteeStatus: codeSchema.optional(),
  levelOfNeed: codeSchema.optional(),
  predictedEndDate: isoDateSchema.optional(),
});
export type YouthParticipation = z.infer<typeof youthParticipationSchema>;
