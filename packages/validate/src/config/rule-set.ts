import { createHash } from 'node:crypto';
import type { Severity } from '@rollbook/parser-kit';
import { type CalendarOptions, createCalendar, type SchoolCalendar } from '../calendar.js';
import { rulePacks } from '../packs.js';
import type { Rule } from '../rule.js';
import { allRules } from '../rules/index.js';
import { compileOwnRule } from './own-rule.js';
import { checkRuleConfig } from './parse-rule-config.js';
import type { RuleConfig, RuleConfigInput } from './rule-config.js';
import { settle } from './rule-setting.js';

/** Rules with a council's settings, as `createValidator`, `validate` and `validatePeople` take them. */
export interface RuleSet {
  /** The rules to run, the council's own last. Those it switched off by name are among them. */
  readonly rules: readonly Rule[];
  /** The severity of rules whose severity was set, or `off`. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly calendar: SchoolCalendar;
}

/** Lists of what has no order. */
const SETS = new Set(['packs', 'schools', 'exceptSchools', 'closed', 'open']);

/**
 * The rules to run by a council's settings: `validate(batches, { ...ruleSetOf(config), asOf })`.
 *
 * @param config as `parseRuleConfig` gives it, or written in code; without it, all rules as Rollbook has them
 * @throws RuleConfigError when the settings have faults
 */
export function ruleSetOf(config?: RuleConfigInput): RuleSet {
  if (config === undefined) return { rules: allRules, severities: {}, calendar: createCalendar() };
  const { packs, rules: settings = {}, calendar, own = [] } = checkRuleConfig(config);
  const chosen = packs && new Set(packs.flatMap((id) => rulePacks[id].rules.map(({ code }) => code)));
  const rules: Rule[] = [];
  const severities: Record<string, Severity | 'off'> = {};
  for (const rule of allRules) {
    const isChosen = chosen === undefined || chosen.has(rule.code);
    const setting = settings[rule.code];
    if (setting === undefined) {
      if (isChosen) rules.push(rule);
      continue;
    }
    const set = settle(rule, setting, isChosen ? rule.severity : 'off');
    rules.push(set.rule);
    severities[rule.code] = set.severity;
  }
  for (const each of own) {
    rules.push(compileOwnRule(each));
    if (each.severity === 'off') severities[each.code] = 'off';
  }
  // What is absent is left out by the schema, and not there as undefined.
  return { rules, severities, calendar: createCalendar(calendar as CalendarOptions | undefined) };
}

/** The settings in an order of their own, so that the same said otherwise is the same text. */
function canonical(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return name !== undefined && SETS.has(name) ? [...new Set(items as string[])].sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, canonical(item, key)]);
}

/**
 * Settings as a short text, for the `pipeline` of a load: what was loaded by other settings is loaded again. The
 * same settings have the same text, in whatever order they were written.
 *
 * @returns `rules` and sixteen hexadecimal digits of a SHA-256
 */
export function ruleSetText(config: RuleConfig): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(canonical(config)))
    .digest('hex');
  return `rules ${digest.slice(0, 16)}`;
}
