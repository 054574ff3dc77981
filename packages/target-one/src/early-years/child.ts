import { addressSchema } from '@rollbook/model';
import { z } from 'zod';
import { addHours } from './hours.js';
import type { EarlyYearsSetting } from './setting.js';

const text = z.string().min(1);

/**
 * A child at one setting as the census has it; a child at two settings is there twice. Codes are the DfE's, as sent; the
 * rules judge them. Hours are hours a week.
 */
export const earlyYearsChildSchema = z.object({
  /** Only where one was issued already. */
  upn: text.optional(),
  surname: text.optional(),
  forename: text.optional(),
  middleNames: text.optional(),
  preferredSurname: text.optional(),
  formerSurname: text.optional(),
  birthDate: text.optional(),
  sex: text.optional(),
  ethnicity: text.optional(),
  fundedHours: z.number().optional(),
  extendedHours: z.number().optional(),
  expandedHours: z.number().optional(),
  /** All that it attends, paid for by anyone. */
  hoursAtSetting: z.number().optional(),
  /** Weeks of the year over which each entitlement is taken; more than 38 is a stretched offer. */
  fundedWeeks: z.number().optional(),
  extendedWeeks: z.number().optional(),
  expandedWeeks: z.number().optional(),
  /** HMRC's code of working parents, 11 digits. */
  eligibilityCode: text.optional(),
  /** Of the disability access fund. */
  dafIndicator: z.boolean().optional(),
  /** Receives the early years pupil premium. */
  eypp: z.boolean().optional(),
  /** Basis of the early years pupil premium. */
  eyppBasis: text.optional(),
  /** Why a two-year-old has funded hours; several may hold. */
  fundingBases: z.array(text).optional(),
  senProvision: text.optional(),
  address: addressSchema.optional(),
});
export type EarlyYearsChild = z.infer<typeof earlyYearsChildSchema>;

/** A setting with its children: what a return is made of. */
export interface EarlyYearsSettingChildren {
  readonly setting: EarlyYearsSetting;
  /** All children of the census's ages whom it looks after, those not funded too: they are counted and left out. */
  readonly children: readonly EarlyYearsChild[];
}

/** Hours a week of all entitlements. */
export function fundedInAll(child: EarlyYearsChild): number {
  return addHours(child.fundedHours, child.extendedHours, child.expandedHours);
}

/** Whether a child belongs into the return: at least some hours of any entitlement. */
export function isFunded(child: EarlyYearsChild): boolean {
  return fundedInAll(child) > 0;
}
