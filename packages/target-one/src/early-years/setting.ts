import { z } from 'zod';

/** A whole number of people; rules judge whether it is plausible. */
const count = z.int().min(0);

/** Staff of a setting, as counted in census week. Names and CBDS numbers of the census in `census-names.ts`. */
export const earlyYearsStaffSchema = z.object({
  /** All teaching staff. */
  total: count.optional(),
  /** With qualified teacher status. */
  qts: count.optional(),
  /** With early years professional status. */
  eyps: count.optional(),
  /** With early years teacher status. */
  eyts: count.optional(),
  /** Working with the children of the census's ages. */
  earlyYears: count.optional(),
  earlyYearsQts: count.optional(),
  earlyYearsEyps: count.optional(),
  earlyYearsEyts: count.optional(),
});
export type EarlyYearsStaff = z.infer<typeof earlyYearsStaffSchema>;

/** Children of a setting by age; from 2026 those under two as well. */
export const earlyYearsCountsSchema = z.object({
  under1: count.optional(),
  age1: count.optional(),
  age2: count.optional(),
  age3: count.optional(),
  age4: count.optional(),
});
export type EarlyYearsCounts = z.infer<typeof earlyYearsCountsSchema>;
/** A number for every age. */
export type EarlyYearsCounted = Record<keyof EarlyYearsCounts, number>;

/**
 * A private, voluntary or independent setting or a childminder that the authority makes a return for. The schema takes what
 * a council has; the rules judge it. Source: gov.uk, Complete the early years census, Data items.
 */
export const earlyYearsSettingSchema = z.object({
  /** Issued by the authority, 500000 to 799999. */
  urn: z.string().min(1),
  /** Ofsted's own, 6 or 7 digits; perhaps `EY` before them. */
  ofstedUrn: z.string().min(1).optional(),
  /** Three digits; the authority that funds its children. */
  la: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  /** Category of provider, by the DfE's code. */
  category: z.string().min(1).optional(),
  /** Type of setting, by the DfE's code. */
  type: z.string().min(1).optional(),
  /** Registered with a childminder agency. */
  agencyChildminder: z.boolean().optional(),
  phone: z.string().min(1).optional(),
  email: z.string().min(1).optional(),
  postcode: z.string().min(1).optional(),
  /** Hours open a week. */
  hoursOpen: z.number().optional(),
  /** Weeks open a year. */
  weeksOpen: z.number().optional(),
  /** Weeks open and funded; gone from the census with 2025. */
  weeksFunded: z.number().optional(),
  staff: earlyYearsStaffSchema.optional(),
  /** Children by age, where the setting says so itself; else they are counted. */
  counts: earlyYearsCountsSchema.optional(),
});
export type EarlyYearsSetting = z.infer<typeof earlyYearsSettingSchema>;
