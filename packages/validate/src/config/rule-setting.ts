import type { CanonicalRecord } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import type {
  FileCheck,
  Finding,
  PupilFinding,
  PupilRule,
  RecordRule,
  Rule,
  RuleContext,
  StoreRule,
  Verdict,
} from '../rule.js';
import type { RuleSetting, SettingSeverity } from './rule-config.js';

/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'query', 'info'];

/** A rule with its settings in it, and the severity to be given to the validator beside it. */
export interface SetRule {
  readonly rule: Rule;
  readonly severity: Severity | 'off';
}

interface Case {
  readonly severity: Severity | 'off';
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly only: ReadonlySet<string> | undefined;
  readonly except: ReadonlySet<string> | undefined;
}

/** A setting's parts: one word is a list of one that says no days and no schools. */
export function casesOf(setting: RuleSetting): Exclude<RuleSetting, readonly unknown[] | string>[] {
  return (Array.isArray(setting) ? setting : [setting]).map((one) =>
    typeof one === 'string' ? { severity: one } : one,
  );
}

/** True for a setting that holds on every day at every school. */
export function isGeneral(setting: ReturnType<typeof casesOf>[number]): boolean {
  const { from, to, schools, exceptSchools } = setting;
  return from === undefined && to === undefined && schools === undefined && exceptSchools === undefined;
}

/**
 * Puts a council's setting to a rule. Only a rule whose severity depends on school or day is wrapped, and then only
 * what it finds is looked at again: what is in order costs nothing.
 *
 * @param usual the severity where no part of the setting fits; `off` for a rule that isn't run otherwise
 */
export function settle(rule: Rule, setting: RuleSetting, usual: Severity | 'off'): SetRule {
  const own = (severity: SettingSeverity): Severity | 'off' => (severity === 'on' ? rule.severity : severity);
  const parts = casesOf(setting);
  const general = parts.findIndex(isGeneral);
  const first = parts[0];
  if (first !== undefined && general === 0) return { rule, severity: own(first.severity) };

  const cases = parts
    .slice(0, general === -1 ? parts.length : general)
    .map(({ severity, from, to, schools, exceptSchools }): Case => ({
      severity: own(severity),
      from,
      to,
      only: schools && new Set(schools),
      except: exceptSchools && new Set(exceptSchools),
    }));
  const last = parts[general];
  const otherwise = last === undefined ? usual : own(last.severity);
  const told = [otherwise, ...cases.map(({ severity }) => severity)];
  const worst = SEVERITIES.find((severity) => told.includes(severity));
  if (worst === undefined) return { rule, severity: 'off' };
  return { rule: wrapped({ ...rule, severity: worst }, severityBy(cases, otherwise)), severity: worst };
}

type SeverityBy = (record: CanonicalRecord, context: RuleContext) => Severity | 'off';

/** The severity by the first case that fits the record's school and the day of the check. */
function severityBy(cases: readonly Case[], otherwise: Severity | 'off'): SeverityBy {
  return ({ school }, { asOf }) => {
    for (const { severity, from, to, only, except } of cases) {
      if ((from !== undefined && asOf < from) || (to !== undefined && to < asOf)) continue;
      if (only !== undefined && (school === undefined || !only.has(school))) continue;
      if (except !== undefined && school !== undefined && except.has(school)) continue;
      return severity;
    }
    return otherwise;
  };
}

function wrapped(rule: Rule, by: SeverityBy): Rule {
  if (rule.scope === 'record') return { ...rule, broken: judging(rule.broken.bind(rule), by) };
  if (rule.scope === 'file') return { ...rule, begin: () => judgingFile(rule.begin(), by) };
  const broken = rule.broken.bind(rule) as PupilRule['broken'];
  const again: PupilRule['broken'] = (pupil, context) => {
    const findings = broken(pupil, context);
    if (!findings) return findings;
    const list = 'record' in findings ? [findings] : findings;
    return list.flatMap((finding): PupilFinding[] => {
      const severity = by(finding.record, context);
      return severity === 'off' ? [] : [withSeverity(finding, severity)];
    });
  };
  return { ...rule, broken: again } as PupilRule | StoreRule;
}

function judging(broken: RecordRule['broken'], by: SeverityBy): RecordRule['broken'] {
  return (record, context): Verdict => {
    const verdict = broken(record, context);
    if (!verdict) return verdict;
    const severity = by(record, context);
    return severity === 'off' ? undefined : withSeverity(verdict === true ? {} : verdict, severity);
  };
}

function judgingFile(check: FileCheck, by: SeverityBy): FileCheck {
  return {
    see: judging(check.see.bind(check), by),
    ...(check.end === undefined ? {} : { end: check.end.bind(check) }),
  };
}

/** What a rule says to be milder in a case stays so. */
function withSeverity<F extends Finding>(finding: F, severity: Severity): F {
  const { severity: said } = finding;
  const milder = said !== undefined && SEVERITIES.indexOf(said) > SEVERITIES.indexOf(severity);
  return milder ? finding : { ...finding, severity };
}
