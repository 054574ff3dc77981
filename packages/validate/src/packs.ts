import type { RecordKind } from '@rollbook/model';
import type { Rule } from './rule.js';
import { allRules, generalRules, identityRules, schoolCensusRules } from './rules/index.js';

export type RulePackId =
  'core' | 'school-census' | 'attendance' | 'exclusions' | 'attainment' | 'identity' | 'errors';

/** Rules to be run together. A rule may be in several packs. */
export interface RulePack {
  readonly id: RulePackId;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Rules about records of these kinds, the DfE's numbered ones among them. */
const about = (...kinds: RecordKind[]): Rule[] =>
  allRules.filter(({ kinds: [first] }) => first !== undefined && kinds.includes(first));

/** UPN and ULN have the numbers 1500 to 1579 in the School Census. */
const identityOfCensus = schoolCensusRules.filter(({ code }) => code >= '1500' && code < '1580');

const packs: readonly RulePack[] = [
  {
    id: 'core',
    title: 'What holds for any file: names, dates, codes, spells, contacts',
    rules: generalRules,
  },
  { id: 'school-census', title: 'School Census rules, by the DfE’s numbers', rules: schoolCensusRules },
  {
    id: 'attendance',
    title: 'Marks and sums of sessions',
    rules: about('attendance-mark', 'attendance-summary'),
  },
  { id: 'exclusions', title: 'Suspensions and permanent exclusions', rules: about('exclusion') },
  { id: 'attainment', title: 'Results of assessments', rules: about('assessment-result') },
  {
    id: 'identity',
    title: 'Who a pupil is: UPN, ULN, names, and where else the pupil is registered',
    rules: [...identityOfCensus, ...identityRules],
  },
  {
    id: 'errors',
    title: 'Rules that keep a record from being loaded',
    rules: allRules.filter(({ severity }) => severity === 'error'),
  },
];

/** Rule packs by their ids. */
export const rulePacks: Readonly<Record<RulePackId, RulePack>> = Object.fromEntries(
  packs.map((pack) => [pack.id, pack]),
) as Record<RulePackId, RulePack>;

const BY_CODE: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.code, rule]));

/** The rule of this package with the code, or undefined. */
export function ruleByCode(code: string): Rule | undefined {
  return BY_CODE.get(code);
}

/** Ids of the packs that a rule of this package is in, `errors` left out. */
export function packsOf(code: string): RulePackId[] {
  return packs
    .filter(({ id, rules }) => id !== 'errors' && rules.some((rule) => rule.code === code))
    .map(({ id }) => id);
}
