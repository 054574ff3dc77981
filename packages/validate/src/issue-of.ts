import type { CanonicalRecord } from '@rollbook/model';
import { type Issue, recordReference, type Severity } from '@rollbook/parser-kit';
import type { Finding, Rule } from './rule.js';

const MILDNESS: Readonly<Record<Severity, number>> = { error: 0, query: 1, info: 2 };

/** The milder of two: a finding may not be worse than its rule. */
function milder(of: Severity, than: Severity): Severity {
  return MILDNESS[of] > MILDNESS[than] ? of : than;
}

/** What stands at a path of a record, as text; undefined for what isn't a plain value. */
function textAt(record: CanonicalRecord, field: string): string | undefined {
  let value: unknown = record;
  for (const step of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The issue for a finding of a rule about a record. */
export function issueOf(rule: Rule, severity: Severity, record: CanonicalRecord, finding: Finding): Issue {
  const field = finding.field ?? rule.fields[0];
  const value = finding.value ?? record.sent?.[field] ?? textAt(record, field);
  return {
    code: rule.code,
    severity: finding.severity === undefined ? severity : milder(finding.severity, severity),
    message: rule.title,
    place: record.provenance.place,
    field,
    ...(value === undefined ? {} : { value }),
    help: rule.help,
    record: recordReference(record),
  };
}

/** The issue for what is wrong with a file as a whole. */
export function fileIssueOf(rule: Rule, severity: Severity): Issue {
  return { code: rule.code, severity, message: rule.title, place: {}, help: rule.help };
}
