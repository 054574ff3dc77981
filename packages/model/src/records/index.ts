import { z } from 'zod';
import { admissionApplicationSchema, earlyYearsFundingSchema, youthParticipationSchema } from './services.js';
import { assessmentResultSchema } from './assessment-result.js';
import { attendanceMarkSchema, attendanceSummarySchema } from './attendance.js';
import {
  fsmSpellSchema,
  lookedAfterSchema,
  pupilPremiumSchema,
  senNeedSchema,
  senProvisionSchema,
  serviceChildSchema,
} from './characteristics.js';
import { contactSchema } from './contact.js';
import { enrolmentSchema } from './enrolment.js';
import { exclusionSchema } from './exclusion.js';
import { pupilSchema } from './pupil.js';
import { schoolSchema } from './school.js';
import { unreadableSchema } from './unreadable.js';

export * from './assessment-result.js';
export * from './attendance.js';
export { academicYearSchema, codeSchema, isoDateSchema, laestabSchema, yearGroupSchema } from './base.js';
export * from './characteristics.js';
export * from './contact.js';
export * from './enrolment.js';
export * from './exclusion.js';
export * from './person.js';
export * from './pupil.js';
export * from './school.js';
export * from './services.js';
export * from './unreadable.js';

/** Every record schema by its kind, in the order in which a store must load them. */
export const recordSchemas = {
  school: schoolSchema,
  pupil: pupilSchema,
  contact: contactSchema,
  enrolment: enrolmentSchema,
  'fsm-spell': fsmSpellSchema,
  'sen-provision': senProvisionSchema,
  'sen-need': senNeedSchema,
  'looked-after': lookedAfterSchema,
  'service-child': serviceChildSchema,
  'pupil-premium': pupilPremiumSchema,
  'attendance-mark': attendanceMarkSchema,
  'attendance-summary': attendanceSummarySchema,
  exclusion: exclusionSchema,
  'assessment-result': assessmentResultSchema,
  'admission-application': admissionApplicationSchema,
  'early-years-funding': earlyYearsFundingSchema,
  'youth-participation': youthParticipationSchema,
  unreadable: unreadableSchema,
} as const;

/** Any canonical record, told apart by `kind`. */
export const canonicalRecordSchema = z.discriminatedUnion('kind', [
  schoolSchema,
  pupilSchema,
  contactSchema,
  enrolmentSchema,
  fsmSpellSchema,
  senProvisionSchema,
  senNeedSchema,
  lookedAfterSchema,
  serviceChildSchema,
  pupilPremiumSchema,
  attendanceMarkSchema,
  attendanceSummarySchema,
  exclusionSchema,
  assessmentResultSchema,
  admissionApplicationSchema,
  earlyYearsFundingSchema,
  youthParticipationSchema,
  unreadableSchema,
]);
export type CanonicalRecord = z.infer<typeof canonicalRecordSchema>;
export type RecordKind = CanonicalRecord['kind'];
/** The record of one kind: `RecordOf<'pupil'>` is `Pupil`. */
export type RecordOf<K extends RecordKind> = Extract<CanonicalRecord, { kind: K }>;

export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

export function isRecordKind(kind: string): kind is RecordKind {
  return Object.hasOwn(recordSchemas, kind);
}
