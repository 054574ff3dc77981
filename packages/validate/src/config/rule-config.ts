import { isIsoDate, isLaestab } from '@rollbook/model';
import { z } from 'zod';
import { type RulePackId, ruleByCode, rulePacks } from '../packs.js';
import { allRules } from '../rules/index.js';
import { type Condition, conditionSchema, kindSchema } from './condition.js';
import { conditionProblems } from './condition-problems.js';
import { fieldAt, fieldPaths } from './record-fields.js';
import { casesOf, isGeneral } from './rule-setting.js';
import { oneOf, strictShape, unknownKeys } from './strict-shape.js';
import { didYouMean, quoted } from './suggest.js';

const CODES = allRules.map(({ code }) => code) as [string, ...string[]];
const PACKS = Object.keys(rulePacks) as [RulePackId, ...RulePackId[]];
const NO_SCHOOL = 'A school is a LAESTAB: seven digits, LA and establishment number.';
const NO_DAY = 'Write a day as YYYY-MM-DD here.';

const day = z.string(NO_DAY).refine(isIsoDate, NO_DAY).meta({ format: 'date' });
const days = (description: string) =>
  z.array(day, 'Write a list of days here.').max(5000).describe(description).optional();

/** YAML reads the digits of a LAESTAB as a number. */
const schoolNumber = z
  .union([z.string(), z.number()], NO_SCHOOL)
  .transform(String)
  .refine(isLaestab, NO_SCHOOL)
  .meta({
    anyOf: [
      { type: 'string', pattern: '^[0-9]{7}$' },
      { type: 'integer', minimum: 1_000_000, maximum: 9_999_999 },
    ],
  });
const schoolList = (description: string) =>
  z
    .array(schoolNumber, 'Write a list of schools here.')
    .min(1, 'Write at least one school here.')
    .max(5000)
    .describe(description)
    .optional();

/** Days and schools for which something holds. */
const scopeShape = {
  from: day.describe('The first day of checks for which it holds.').optional(),
  to: day.describe('The last day of checks for which it holds.').optional(),
  schools: schoolList('Only for these schools, by LAESTAB.'),
  exceptSchools: schoolList('For all schools but these, by LAESTAB.'),
};

type Told = (message: string, path: readonly (string | number)[]) => void;

interface Scope {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly schools?: readonly string[] | undefined;
  readonly exceptSchools?: readonly string[] | undefined;
}

function scopeProblems({ from, to, schools, exceptSchools }: Scope, tell: Told): void {
  if (from !== undefined && to !== undefined && from > to) tell('to is before from.', ['to']);
  if (schools && exceptSchools) tell('Name schools or exceptSchools, one of the two.', ['exceptSchools']);
}

const told =
  (context: z.core.$RefinementCtx): Told =>
  (message, path) =>
    context.addIssue({ code: 'custom', message, path: [...path] });

const settingSeverity = oneOf(
  ['on', 'off', 'error', 'query', 'info'],
  (word) => `A rule is on, off, error, query or info, and not ${word}.`,
).describe(
  'on: as Rollbook has it. off: not run. error: the record waits in quarantine. query: someone should look. info: told for completeness.',
);
export type SettingSeverity = z.output<typeof settingSeverity>;

const oneSetting = strictShape({ severity: settingSeverity, ...scopeShape }).superRefine((setting, context) =>
  scopeProblems(setting, told(context)),
);

const settingSchema = z
  .union(
    [
      settingSeverity,
      oneSetting,
      z
        .array(
          z.union(
            [settingSeverity, oneSetting],
            'Write on, off, error, query or info, or { severity: info, schools: [...] }, here.',
          ),
        )
        .min(1, 'Write at least one setting here.')
        .max(100, 'Write at most 100 settings here.'),
    ],
    'Write on, off, error, query or info here; or { severity: info, schools: [...] }; or a list of such.',
  )
  .superRefine((setting, context) => {
    const general = casesOf(setting).findIndex(isGeneral);
    if (Array.isArray(setting) && general !== -1 && general < setting.length - 1)
      told(context)('The setting before this one holds always, so this one never does: put it first.', [
        general + 1,
      ]);
  })
  .meta({ id: 'setting', description: 'What becomes of the rule. In a list, the first that fits holds.' });
/** What becomes of one rule: a word, a word for days and schools, or a list of which the first that fits holds. */
export type RuleSetting = z.output<typeof settingSchema>;

const rulesSchema = z
  .partialRecord(z.enum(CODES), settingSchema, {
    // The type of a record's faults leaves unknown keys out, which a partial record has.
    error: (issue: { readonly code: string; readonly keys?: string[] }) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(issue.keys ?? [], CODES, (key) => `There is no rule ${key}.`)
        : 'Write codes of rules here, each with a setting.',
  })
  .superRefine((rules, context) => {
    for (const [code, setting] of Object.entries(rules)) {
      const rule = ruleByCode(code);
      if (rule?.scope !== 'file' || rule.begin().end === undefined || setting === undefined) continue;
      if (!casesOf(setting).every(isGeneral))
        told(context)('This rule is about a file as a whole: it has one severity for all schools and days.', [
          code,
        ]);
    }
  });

const term = strictShape({
  from: day.describe('The first school day.'),
  to: day.describe('The last school day.'),
}).superRefine(({ from, to }, context) => {
  if (from > to) told(context)('to is before from.', ['to']);
});

const calendarShape = {
  terms: z
    .array(term, 'Write a list of { from, to } here.')
    .max(500)
    .superRefine((terms, context) => {
      terms.forEach(({ from, to }, i) => {
        const other = terms.slice(0, i).find((earlier) => earlier.from <= to && from <= earlier.to);
        if (other !== undefined)
          told(context)(`This overlaps the term from ${other.from} to ${other.to}.`, [i, 'from']);
      });
    })
    .describe('Half terms, each from its first school day to its last.')
    .optional(),
  closed: days('Days within terms on which schools are closed: training days, closures.'),
  open: days('Days on which schools are open although it is a weekend or a bank holiday.'),
};

const calendarSchema = strictShape({
  ...calendarShape,
  schools: z
    .record(
      z.string().regex(/^\d{7}$/, NO_SCHOOL),
      strictShape(calendarShape),
      'Write LAESTABs of schools here, each with its own terms, closed or open.',
    )
    .describe('What is otherwise at single schools; each list stands in place of the general one.')
    .optional(),
});

const ownRuleSchema = strictShape({
  code: z
    .string('A rule of your own needs a code.')
    .max(80, 'A code has at most 80 characters.')
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/,
      'A code is two or more words in small letters with hyphens between them.',
    )
    .refine((code) => ruleByCode(code) === undefined, 'Rollbook has a rule with this code: take another.')
    .describe('Its name in issues and reports, such as leics-registration-group.'),
  title: z
    .string('Write in a few words what is wrong.')
    .min(1, 'Write in a few words what is wrong.')
    .max(200, 'A title has at most 200 characters.')
    .describe('What is wrong, in a few words. It becomes the message, so it names no pupil.'),
  severity: oneOf(
    ['error', 'query', 'info', 'off'],
    (word) => `The severity of a rule of your own is error, query, info or off, and not ${word}.`,
  )
    .default('query')
    .describe('error keeps the record from being loaded: it waits in quarantine. query when not given.'),
  kind: kindSchema.describe('Kind of the records that the rule is about.'),
  scope: oneOf(['record', 'pupil'], (word) => `The scope is record or pupil, and not ${word}.`)
    .default('record')
    .describe(
      'record: looks at each record by itself. pupil: may ask for the pupil’s other records with has.',
    ),
  field: z
    .string('Write the name of a field here.')
    .describe('The field that issues name; the first of expect when not given.')
    .optional(),
  help: z
    .string('Write what is to be done about it.')
    .min(1, 'Write what is to be done about it.')
    .max(1000, 'A help has at most 1000 characters.')
    .describe('What to do about it.')
    .optional(),
  ...scopeShape,
  when: conditionSchema
    .describe('The rule looks only at records for which this holds; at all when not given.')
    .optional(),
  expect: conditionSchema.describe('What must hold. Where it doesn’t, there is an issue.'),
}).superRefine((own, context) => {
  const tell = told(context);
  const { kind, scope, field } = own;
  scopeProblems(own, tell);
  if (kind === 'school' && scope === 'pupil') tell('A school is no record of a pupil.', ['kind']);
  if (field !== undefined && fieldAt(kind, field) === undefined)
    tell(`There is no field ${quoted(field)} in ${kind} records.${didYouMean(field, fieldPaths(kind))}`, [
      'field',
    ]);
  for (const name of ['when', 'expect'] as const) {
    const condition: Condition | undefined = own[name];
    if (condition)
      conditionProblems(kind, condition, scope === 'pupil', (m, path) => tell(m, [name, ...path]));
  }
});
export type OwnRuleConfig = z.output<typeof ownRuleSchema>;

/** What a council may say of rules. */
export const ruleConfigSchema = strictShape({
  version: z.literal(1, 'The version of these settings is 1: write version: 1.').describe('1.'),
  packs: z
    .array(
      oneOf(PACKS, (word) => `There is no pack ${word}.`),
      'Write a list of packs here.',
    )
    .describe('Packs of rules to run; all rules when not given. A rule that rules names runs in any case.')
    .optional(),
  rules: rulesSchema.describe('Rules of Rollbook by code, each with what becomes of it.').optional(),
  calendar: calendarSchema.describe('When schools are open.').optional(),
  own: z
    .array(ownRuleSchema, 'Write a list of rules here, each behind a dash.')
    .max(500, 'Write at most 500 rules here.')
    .superRefine((rules, context) => {
      const seen = new Set<string>();
      rules.forEach(({ code }, i) => {
        if (seen.has(code)) told(context)(`There are two rules with the code ${quoted(code)}.`, [i, 'code']);
        seen.add(code);
      });
    })
    .describe('Rules of the council’s own.')
    .optional(),
});

/** Settings of rules, as `parseRuleConfig` gives them. */
export type RuleConfig = z.output<typeof ruleConfigSchema>;
/** Settings of rules as they may be written: schools as numbers, defaults left out. */
export type RuleConfigInput = z.input<typeof ruleConfigSchema>;
