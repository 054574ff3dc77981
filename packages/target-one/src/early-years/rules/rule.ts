import type { Severity } from '@rollbook/parser-kit';
import type { EarlyYearsTerm } from '../census-terms.js';
import type { EarlyYearsChild } from '../child.js';
import type { EarlyYearsCounted, EarlyYearsSetting } from '../setting.js';

/** What a rule looks at beside its subject. */
export interface EarlyYearsRuleContext {
  readonly term: EarlyYearsTerm;
}

/** A setting with its children by age, counted or as it says itself. */
export interface SettingSubject {
  readonly setting: EarlyYearsSetting;
  readonly counts: EarlyYearsCounted;
  /** Children of the return by age, those that have funded hours. */
  readonly funded: EarlyYearsCounted;
}

/** A child at a setting; only children with funded hours are judged, since others stand in no return. */
export interface ChildSubject {
  readonly child: EarlyYearsChild;
  readonly setting: EarlyYearsSetting;
}

/** The value at fault, for the issue; true where there is none to show. */
export type Broken = { readonly value: string | number } | boolean;

interface RuleBase {
  /** The DfE's number, with Q for a query; a name of ours where no number is known. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, as a sentence; it is the message. */
  readonly message: string;
  readonly help: string;
  /** Field of the setting (`staff.qts`) or child that the rule is about. */
  readonly field: string;
  /** Where the rule comes from: the DfE by way of a public implementation, a document, or this project. */
  readonly source: 'dfe-number' | 'dfe-guidance' | 'rollbook';
  /** Reference dates on which it holds, `YYYY-MM-DD`, both inclusive; open when absent. */
  readonly from?: string;
  readonly to?: string;
}

export interface SettingRule extends RuleBase {
  readonly level: 'setting';
  readonly broken: (subject: SettingSubject, context: EarlyYearsRuleContext) => Broken;
}

export interface ChildRule extends RuleBase {
  readonly level: 'child';
  readonly broken: (subject: ChildSubject, context: EarlyYearsRuleContext) => Broken;
}

export type EarlyYearsRule = SettingRule | ChildRule;

/** Whether a rule holds on a day. */
export function holdsOn({ from, to }: EarlyYearsRule, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** The value, when it is there and outside a range; a missing one counts as wrong when `needed`. */
export function outside(value: number | undefined, least: number, most: number, needed: boolean): Broken {
  if (value === undefined) return needed;
  return value >= least && value <= most ? false : { value };
}

/** Both numbers, when the part is more than the whole. */
export function moreThan(part: number | undefined, whole: number | undefined): Broken {
  if (part === undefined || whole === undefined || part <= whole) return false;
  return { value: `${part} of ${whole}` };
}
