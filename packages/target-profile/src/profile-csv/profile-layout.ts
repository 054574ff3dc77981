import { z } from 'zod';
import { profileFields, type ProfileFieldName } from './profile-fields.js';

const names = Object.keys(profileFields) as [ProfileFieldName, ...ProfileFieldName[]];

const columnSchema = z.strictObject({
  heading: z.string().min(1),
  field: z.enum(names),
  /** Values in place of codes: `{ "F": "Female" }`. A code that isn't in it leaves the row out, unless `""` gives one for all others. */
  map: z.record(z.string(), z.string()).optional(),
  /** In place of a value that isn't there. */
  default: z.string().optional(),
  required: z.boolean().optional(),
  /** In UTF-16 units, which for names is letters. */
  maxLength: z.int().min(1).optional(),
});

/** A CSV that a council declares: its columns, and how it is written. */
export const profileCsvSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(1),
    columns: z.array(columnSchema).min(1),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    dates: z.enum(['dd/mm/yyyy', 'yyyy-mm-dd']).default('dd/mm/yyyy'),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252']).default('utf-8-bom'),
    newline: z.enum(['crlf', 'lf']).default('crlf'),
    header: z.boolean().default(true),
    /** Only pupils of these NC years on the day; all when not given. */
    yearGroups: z.array(z.string()).optional(),
    /** `enrolled` on the day, `left` within the 30 days up to it, or `all`. */
    pupils: z.enum(['enrolled', 'left', 'all']).default('enrolled'),
  })
  .refine(({ columns }) => new Set(columns.map(({ heading }) => heading)).size === columns.length, {
    message: 'Two columns have the same heading.',
    path: ['columns'],
  });
export type ProfileCsv = z.infer<typeof profileCsvSchema>;
export type ProfileCsvInput = z.input<typeof profileCsvSchema>;

const layout = (input: ProfileCsvInput): ProfileCsv => profileCsvSchema.parse(input);

/** The roll of Years 9 to 13 with what shows a risk of becoming NEET. */
export const profileRollLayout = layout({
  id: 'roll',
  title: 'Roll of Years 9 to 13',
  yearGroups: ['9', '10', '11', '12', '13'],
  columns: [
    { heading: 'UPN', field: 'upn' },
    { heading: 'ULN', field: 'uln' },
    { heading: 'Surname', field: 'surname', required: true },
    { heading: 'Forename', field: 'forename', required: true },
    { heading: 'DOB', field: 'birthDate', required: true },
    { heading: 'Sex', field: 'sex' },
    { heading: 'Ethnicity', field: 'ethnicity' },
    { heading: 'Address', field: 'addressLines' },
    { heading: 'Town', field: 'town' },
    { heading: 'Postcode', field: 'postcode' },
    { heading: 'Phone', field: 'phone' },
    { heading: 'Email', field: 'email' },
    { heading: 'School', field: 'school' },
    { heading: 'NCYear', field: 'yearGroup' },
    { heading: 'SENStatus', field: 'senProvision' },
    { heading: 'FSM', field: 'freeSchoolMeals' },
    { heading: 'Attendance', field: 'attendancePercent' },
    { heading: 'Exclusions', field: 'exclusions' },
  ],
});

export const intendedDestinationsLayout = layout({
  id: 'intended-destinations',
  title: 'Intended destinations and offers',
  yearGroups: ['11', '12'],
  columns: [
    { heading: 'UPN', field: 'upn' },
    { heading: 'Surname', field: 'surname', required: true },
    { heading: 'Forename', field: 'forename', required: true },
    { heading: 'DOB', field: 'birthDate', required: true },
    { heading: 'School', field: 'school' },
    { heading: 'IntendedDestination', field: 'intendedDestination' },
    { heading: 'GuaranteeStatus', field: 'guaranteeStatus' },
  ],
});

export const earlyLeaversLayout = layout({
  id: 'early-leavers',
  title: 'Early leavers',
  pupils: 'left',
  columns: [
    { heading: 'UPN', field: 'upn' },
    { heading: 'Surname', field: 'surname', required: true },
    { heading: 'Forename', field: 'forename', required: true },
    { heading: 'DOB', field: 'birthDate', required: true },
    { heading: 'LeavingDate', field: 'leavingDate', required: true },
    { heading: 'LeavingReason', field: 'leavingReason' },
    { heading: 'Phone', field: 'phone' },
  ],
});

/** Layouts to begin with, by id (general practice, unconfirmed). */
export const profileLayouts: Readonly<Record<string, ProfileCsv>> = {
  roll: profileRollLayout,
  'intended-destinations': intendedDestinationsLayout,
  'early-leavers': earlyLeaversLayout,
};
