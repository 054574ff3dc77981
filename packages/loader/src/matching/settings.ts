import { laestabSchema } from '@rollbook/model';
import { z } from 'zod';

/**
 * What becomes of a pupil whom no rule matches: `queue` for someone to decide (One Education's default); `without-candidates`
 * makes a new person where nobody resembles the pupil, and queues the others; `always` makes one at once ("Add Students if
 * Unmatched").
 */
export const addUnmatchedSchema = z.enum(['queue', 'without-candidates', 'always']);

const schoolMatchingSchema = z.strictObject({
  /** Names in a pupil's `supplierIds` that are matched on, with their values, before all else; `guid` when not given. */
  externalIds: z.array(z.string().min(1)).optional(),
  /** How many of birth date, legal surname, sex and forename must agree beside a UPN; 3 when not given. */
  identifiersNeeded: z.int().min(0).max(4).optional(),
  /** Whether a UPN that one of the two had before counts; true when not given. */
  formerUpns: z.boolean().optional(),
  /** Whether a person who is at no school now is matched; false when not given, and then it is for someone to decide. */
  matchInactive: z.boolean().optional(),
  addUnmatched: addUnmatchedSchema.optional(),
  /** Candidates of a lower score aren't shown; 0.6 when not given. */
  leastScore: z.number().min(0).max(1).optional(),
});
export type SchoolMatching = z.infer<typeof schoolMatchingSchema>;

/** How a council matches pupils with persons, and by school where a school's is another. */
export const matchingSettingsSchema = z.strictObject({
  default: schoolMatchingSchema.optional(),
  /** By LAESTAB. */
  schools: z.record(laestabSchema, schoolMatchingSchema).optional(),
});
export type MatchingSettings = z.infer<typeof matchingSettingsSchema>;

export type MatchingRules = { readonly [K in keyof SchoolMatching]-?: NonNullable<SchoolMatching[K]> };

const DEFAULTS: MatchingRules = {
  externalIds: ['guid'],
  identifiersNeeded: 3,
  formerUpns: true,
  matchInactive: false,
  addUnmatched: 'queue',
  leastScore: 0.6,
};

/** The rules for a school: its own, else the council's, else One Education's. */
export function matchingRules(settings: MatchingSettings, school: string | null): MatchingRules {
  const own = school === null ? undefined : settings.schools?.[school];
  const given = Object.entries({ ...settings.default, ...own }).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...(Object.fromEntries(given) as Partial<MatchingRules>) };
}
