import { z } from 'zod';
import { isoDateSchema, nccisActivities } from '@rollbook/model';

const personShape = {
  forename: z.string().optional(),
  surname: z.string().optional(),
  birthDate: isoDateSchema.optional(),
  postcode: z.string().optional(),
  upn: z.string().optional(),
};
const spellShape = { startDate: isoDateSchema.optional(), endDate: isoDateSchema.optional() };

/** A starter or leaver at a school or college. Source: One IYSS help, starter and leaver templates (targets.md 3.2). */
export const educationRowSchema = z.object({
  ...personShape,
  /** LAESTAB of the school or college. */
  dfeNumber: z.string().optional(),
  ...spellShape,
  goalLevel: z.string().optional(),
  goalDescription: z.string().optional(),
});
export type EducationRow = z.infer<typeof educationRowSchema>;

/** A starter or leaver in training. */
export const trainingRowSchema = z.object({
  ...personShape,
  /** Eight digits from 1. */
  ukprn: z.string().optional(),
  ...spellShape,
  situationGroup: z.string().optional(),
  situationSubGroup: z.string().optional(),
  qualificationLevel: z.string().optional(),
  occupationalAreaGroup: z.string().optional(),
  occupationalAreaSubGroup: z.string().optional(),
});
export type TrainingRow = z.infer<typeof trainingRowSchema>;

export type StartersLeaversKind = 'education' | 'training';
export type StartersLeaversRow<K extends StartersLeaversKind = StartersLeaversKind> = K extends 'education'
  ? EducationRow
  : TrainingRow;

/** Headings in their order, with the field of each. Dates are dd/mm/yyyy, and what isn't known is left empty. */
export const startersLeaversLayouts = {
  education: [
    ['Forename', 'forename'],
    ['Surname', 'surname'],
    ['DOB', 'birthDate'],
    ['Postcode', 'postcode'],
    ['UPN', 'upn'],
    ['DfENo', 'dfeNumber'],
    ['StartDate', 'startDate'],
    ['EndDate', 'endDate'],
    ['GoalLevel', 'goalLevel'],
    ['GoalDescription', 'goalDescription'],
  ],
  training: [
    ['Forename', 'forename'],
    ['Surname', 'surname'],
    ['DOB', 'birthDate'],
    ['Postcode', 'postcode'],
    ['UPN', 'upn'],
    ['UKPRN', 'ukprn'],
    ['StartDate', 'startDate'],
    ['EndDate', 'endDate'],
    ['SituationGroup', 'situationGroup'],
    ['SituationSubGroup', 'situationSubGroup'],
    ['QualLevel', 'qualificationLevel'],
    ['OccAreaGroup', 'occupationalAreaGroup'],
    ['OccAreaSubGroup', 'occupationalAreaSubGroup'],
  ],
} as const satisfies {
  education: readonly (readonly [string, keyof EducationRow])[];
  training: readonly (readonly [string, keyof TrainingRow])[];
};

export const dateFields: ReadonlySet<string> = new Set(['birthDate', 'startDate', 'endDate']);

/** Which of the two lists an activity belongs to; undefined for neither. */
export function listOf(activity: string | undefined): StartersLeaversKind | undefined {
  if (activity === undefined) return undefined;
  const found = nccisActivities.lookup(activity);
  const group = 'entry' in found ? found.entry.group : undefined;
  if (group === 'education' || group === 'compulsory-age') return 'education';
  return group === 'training' || activity === '310' ? 'training' : undefined;
}
