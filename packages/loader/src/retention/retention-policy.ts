import { z } from 'zod';
import { storedKinds, type StoredKind } from '../kind-tables.js';

/** The date that the age of a record of a kind is counted from, by its column; the first that is there. */
export const retentionDates = {
  enrolment: ['leaving_date'],
  'fsm-spell': ['end_date'],
  'sen-provision': ['end_date'],
  'sen-need': ['end_date'],
  'looked-after': ['end_date'],
  'service-child': ['end_date'],
  'pupil-premium': ['end_date'],
  'attendance-mark': ['date'],
  'attendance-summary': ['end_date', 'start_date'],
  exclusion: ['end_date', 'start_date'],
  'assessment-result': ['result_date'],
  'admission-application': ['offer_date', 'received_date'],
  'early-years-funding': ['end_date'],
  'youth-participation': ['end_date'],
} as const satisfies Partial<Record<StoredKind, readonly string[]>>;
export type RetainedKind = keyof typeof retentionDates;

const retainedKinds = storedKinds.filter((kind): kind is RetainedKind => Object.hasOwn(retentionDates, kind));
const years = z.number().int().min(1).max(150);
const days = z.number().int().min(1).max(36_500);

/**
 * How long what is kept. The defaults are proposals that the council's data protection officer is to confirm; null
 * keeps a thing for ever. The audit trail isn't here: it is kept as long as the store is.
 */
export const retentionPolicySchema = z.strictObject({
  /**
   * Pupils with all that is about them: gone when so many years have passed since birth, and since they left their
   * school where that is given too. Who has no date of birth, or of leaving, stays.
   */
  pupils: z
    .strictObject({
      yearsAfterBirth: years.nullable().default(25),
      yearsAfterLeaving: years.nullable().default(null),
    })
    .prefault({}),
  /** Single records by kind, in years after their date; those without one stay. */
  records: z.partialRecord(z.enum(retainedKinds), years).default({ 'attendance-mark': 6 }),
  /** Former versions of records, after they were replaced. */
  versionYears: years.nullable().default(6),
  /** Conflicts that are closed, after that. */
  conflictYears: years.nullable().default(6),
  /** Quarantined records after the last file that had them, also those that still wait for someone. */
  quarantineDays: days.nullable().default(30),
  /** Issues, after their file was loaded. */
  issueDays: days.nullable().default(30),
});
export type RetentionPolicy = z.infer<typeof retentionPolicySchema>;
/** A policy as it is written: what isn't there is as by default. */
export type RetentionPolicyInput = z.input<typeof retentionPolicySchema>;
