import { academicYearOf, isIsoDate } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import { createCalendar, type SchoolCalendar } from './calendar.js';
import { inForce, type Rule, type RuleContext } from './rule.js';
import { allRules } from './rules/index.js';
import { todayInEngland } from './today.js';

export interface ValidatorOptions {
  /** The rules to hold the data to; all of Rollbook's when absent. Rules of a store are left to `validatePeople`. */
  readonly rules?: readonly Rule[];
  /** The day against which dates and ages are judged, `YYYY-MM-DD`; today in England when absent. */
  readonly asOf?: string;
  /** Another severity for a rule by its code, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** When schools are open; one that knows weekends and bank holidays alone when absent. */
  readonly calendar?: SchoolCalendar;
}

/** A rule with the severity that it is to have. */
export interface Compiled<R extends Rule> {
  readonly rule: R;
  readonly severity: Severity;
}

/**
 * The rules that are on and in force, with their context.
 *
 * @throws RangeError when `asOf` is no day of the calendar, two rules share a code, or `severities` names a
 *   rule that isn't among `rules`.
 */
export function rulesInForce(options: ValidatorOptions): {
  readonly context: RuleContext;
  readonly compiled: readonly Compiled<Rule>[];
} {
  const asOf = options.asOf ?? todayInEngland();
  if (!isIsoDate(asOf)) throw new RangeError('asOf must be a day as YYYY-MM-DD');
  const codes = new Set<string>();
  const compiled: Compiled<Rule>[] = [];
  for (const rule of options.rules ?? allRules) {
    if (codes.has(rule.code)) throw new RangeError(`two rules have the code ${rule.code}`);
    codes.add(rule.code);
    const severity = options.severities?.[rule.code] ?? rule.severity;
    if (severity !== 'off' && inForce(rule, asOf)) compiled.push({ rule, severity });
  }
  for (const code of Object.keys(options.severities ?? {})) {
    if (!codes.has(code)) throw new RangeError(`severities names ${code}, which is no code of these rules`);
  }
  return {
    context: {
      asOf,
      academicYear: academicYearOf(asOf),
      calendar: options.calendar ?? createCalendar(),
    },
    compiled,
  };
}
