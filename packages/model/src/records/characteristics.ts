import { z } from 'zod';
import { codeSchema, isoDateSchema, pupilRecordShape } from './base.js';

/** From and to, both inclusive; a spell without an end is still open. */
const spellShape = { startDate: isoDateSchema.optional(), endDate: isoDateSchema.optional() };

/** Eligible for free school meals, from a date to a date. */
export const fsmSpellSchema = z.object({
  kind: z.literal('fsm-spell'),
  ...pupilRecordShape,
  ...spellShape,
  /** ENG, WLS, SCT or NIR. */
  country: codeSchema.optional(),
  /** When the school or LA last checked the eligibility. */
  reviewDate: isoDateSchema.optional(),
  /** Eligible, where a source says no more than yes or no. */
  eligible: z.boolean().optional(),
});
export type FsmSpell = z.infer<typeof fsmSpellSchema>;

/** SEN provision (N, K, E, and A, P, S before 2014/15) over a span of dates. */
export const senProvisionSchema = z.object({
  kind: z.literal('sen-provision'),
  ...pupilRecordShape,
  ...spellShape,
  provision: codeSchema.optional(),
});
export type SenProvision = z.infer<typeof senProvisionSchema>;

/** One need of a pupil with SEN, with its rank. */
export const senNeedSchema = z.object({
  kind: z.literal('sen-need'),
  ...pupilRecordShape,
  ...spellShape,
  need: codeSchema.optional(),
  /** 1 is the primary need. */
  rank: z.int().min(1).optional(),
  description: z.string().optional(),
});
export type SenNeed = z.infer<typeof senNeedSchema>;

/** Looked after by a local authority, or previously looked after (`postLookedAfter`). */
export const lookedAfterSchema = z.object({
  kind: z.literal('looked-after'),
  ...pupilRecordShape,
  ...spellShape,
  /** In care now, where a source says no more than yes or no. */
  inCare: z.boolean().optional(),
  /** Number of the authority that cares, three digits. */
  careAuthority: z.string().optional(),
  /** How a pupil left care: adopted, special guardianship, child arrangements order. */
  postLookedAfter: codeSchema.optional(),
  /** Has a personal education plan. */
  personalEducationPlan: z.boolean().optional(),
});
export type LookedAfter = z.infer<typeof lookedAfterSchema>;

/** Parent in regular HM Forces: Y, N, U unknown, R refused. */
export const serviceChildSchema = z.object({
  kind: z.literal('service-child'),
  ...pupilRecordShape,
  ...spellShape,
  indicator: codeSchema.optional(),
  source: codeSchema.optional(),
});
export type ServiceChild = z.infer<typeof serviceChildSchema>;

/** Pupil premium eligibility, as a school records it. */
export const pupilPremiumSchema = z.object({
  kind: z.literal('pupil-premium'),
  ...pupilRecordShape,
  ...spellShape,
  eligible: z.boolean().optional(),
  reason: codeSchema.optional(),
  /** Full-time equivalent from 0 to 1. */
  fte: z.number().optional(),
});
export type PupilPremium = z.infer<typeof pupilPremiumSchema>;
