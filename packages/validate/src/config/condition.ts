import { codeSets, type RecordKind, recordKinds } from '@rollbook/model';
import { z } from 'zod';
import { allFieldPaths } from './record-fields.js';
import { oneOf, strictShape } from './strict-shape.js';

const { paths, open } = allFieldPaths();

const fieldName = z
  .string('Write the name of a field here.')
  .min(1, 'Write the name of a field here.')
  .max(200)
  .meta({
    description:
      'A field of the record: yearGroup, address.postcode, phones.number. Of a list (phones, emails, reasons) it is enough that one item passes.',
    anyOf: [{ enum: paths }, { pattern: `^(${open.join('|')})\\..` }],
  });

const value = z.union([z.string(), z.number(), z.boolean()], 'Write a text, a number, true or false here.');
const bound = z
  .union([z.string(), z.number()], 'Write a number or a day here.')
  .describe('A number; or a day: 2026-09-01, today, today-30d, today+2w, today-6m, today-18y.');
const flag = z.boolean('Write true or false here.');
const count = (description: string): z.ZodInt =>
  z
    .int('Write a whole number here.')
    .min(0, 'Write a whole number from 0 here.')
    .max(100_000, 'Write a number up to 100000 here.')
    .describe(description);

export const kindSchema = oneOf(
  recordKinds as readonly [RecordKind, ...RecordKind[]],
  (word) => `There is no kind of record ${word}.`,
);

/** Tests on one field; all of those given must pass. */
const testShape = {
  field: fieldName.optional(),
  present: flag.describe('true: there, and not blank or an empty list. false: not there.').optional(),
  is: value.describe('The very value. For a date also today, today-30d and the like.').optional(),
  in: z
    .array(value, 'Write a list of values here.')
    .min(1, 'Write at least one value here.')
    .max(1000, 'Write at most 1000 values here.')
    .describe('One of these values.')
    .optional(),
  matches: z
    .string('Write a regular expression in quotes here.')
    .describe(
      'A JavaScript regular expression (flag u), found anywhere in the text unless anchored by ^ and $. Text of more than 200 characters does not match.',
    )
    .optional(),
  min: bound.optional(),
  max: bound.optional(),
  length: z
    .union(
      [
        count('Exactly so many.'),
        strictShape({
          min: count('At least so many.').optional(),
          max: count('At most so many.').optional(),
        }),
      ],
      'Write a number, or { min: 1, max: 10 }, here.',
    )
    .describe('Characters of a text, items of a list.')
    .optional(),
  before: fieldName.describe('A field of the same record: this one is earlier or smaller.').optional(),
  after: fieldName.describe('A field of the same record: this one is later or larger.').optional(),
  equals: fieldName.describe('A field of the same record that has the same value.').optional(),
  codeSet: oneOf(Object.keys(codeSets) as [string, ...string[]], (word) => `There is no code set ${word}.`)
    .describe('The value is a code of this set on the day of the check.')
    .optional(),
  orAbsent: flag.describe('true: the condition holds as well where the field is absent.').optional(),
};

/** Tests on one field. */
export type FieldTest = z.output<z.ZodObject<typeof testShape, z.core.$strict>>;
/** The names of tests, beside `field` and `orAbsent`. */
export const TESTS = [
  'present',
  'is',
  'in',
  'matches',
  'min',
  'max',
  'length',
  'before',
  'after',
  'equals',
  'codeSet',
] as const satisfies readonly (keyof FieldTest)[];

/** Exactly one of `all`, `any`, `not`, `has` and `field`. */
export interface Condition extends FieldTest {
  readonly all?: Condition[] | undefined;
  readonly any?: Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly has?: HasTest | undefined;
}

/** The forms of a condition. */
export const FORMS = ['all', 'any', 'not', 'has', 'field'] as const satisfies readonly (keyof Condition)[];

/**
 * A condition over a record. What its fields are is checked by `conditionProblems`, who knows the kind.
 *
 * Described only where it is wrapped: a description of its own would be another schema at every level.
 */
export const conditionSchema: z.ZodType<Condition, Condition> = z.lazy(() => conditionObject);

const several = (description: string): z.ZodOptional<z.ZodArray<typeof conditionSchema>> =>
  z
    .array(conditionSchema, 'Write a list of conditions here, each behind a dash.')
    .min(1, 'Write at least one condition here.')
    .max(100, 'Write at most 100 conditions here.')
    .optional()
    .describe(description);

const hasSchema = strictShape({
  kind: kindSchema.describe('Kind of the records to look for.'),
  where: conditionSchema.optional().describe('Only records for which this holds count.'),
  atLeast: count('So many records, or more; 1 when neither is given.').optional(),
  atMost: count('So many records, or fewer.').optional(),
});
/** What must be among the pupil's other records. */
export type HasTest = z.output<typeof hasSchema>;

const conditionObject = strictShape({
  all: several('All of these hold.'),
  any: several('At least one of these holds.'),
  not: conditionSchema.optional().describe('This does not hold.'),
  has: hasSchema.optional().describe('Among the pupil’s records are such (with scope: pupil).'),
  ...testShape,
}).meta({
  id: 'condition',
  oneOf: FORMS.map((form) => ({ required: [form] })),
  description: 'One of all, any, not and has; or field with one or more tests.',
  dependentRequired: Object.fromEntries([...TESTS, 'orAbsent'].map((test) => [test, ['field']])),
});
