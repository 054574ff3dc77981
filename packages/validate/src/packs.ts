import type { Rule } from './rule.js';
import { coreRules } from './rules/index.js';

/** Rules to be run together. */
export interface RulePack {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule of this package. */
export const corePack: RulePack = { id: 'core', title: 'All rules of Rollbook', rules: coreRules };

/** The rules that the DfE's School Census numbers. */
export const censusPack: RulePack = {
  id: 'census',
  title: 'School Census rules, by the DfE’s numbers',
  rules: coreRules.filter(({ code }) => /^\d+$/.test(code)),
};

/** What is fit for a file that is sent weekly: the rules that make a record unfit, and no others. */
export const errorPack: RulePack = {
  id: 'errors',
  title: 'Rules that keep a record from being loaded',
  rules: coreRules.filter(({ severity }) => severity === 'error'),
};

/** Rule packs by their ids. */
export const rulePacks: Readonly<Record<string, RulePack>> = Object.fromEntries(
  [corePack, censusPack, errorPack].map((pack) => [pack.id, pack]),
);

const BY_CODE: ReadonlyMap<string, Rule> = new Map(coreRules.map((rule) => [rule.code, rule]));

/** The rule of this package with the code, or undefined. */
export function ruleByCode(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
