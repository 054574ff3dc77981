import type { RecordKind } from '@rollbook/model';
import type { PupilFinding, PupilRule, RecordRule, Rule } from '../rule.js';
import { compileCondition } from './compile-condition.js';
import type { Condition } from './condition.js';
import type { OwnRuleConfig } from './rule-config.js';

const HELP = 'Ask the school to look at it.';

/** The first field that a condition names of the rule's own records, so not one behind `has`. */
function firstField({ field, all, any, not }: Condition): string | undefined {
  if (field !== undefined) return field;
  for (const part of [...(all ?? []), ...(any ?? []), ...(not ? [not] : [])]) {
    const found = firstField(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Kinds that a condition looks for among a pupil's records. */
function kindsWithin({ all, any, not, has }: Condition): RecordKind[] {
  return [...(all ?? []), ...(any ?? []), ...(not ? [not] : [])]
    .flatMap(kindsWithin)
    .concat(has ? [has.kind] : []);
}

/** A rule of the council's own, as the validator takes it; its conditions are compiled here, once. */
export function compileOwnRule(own: OwnRuleConfig): Rule {
  const { code, title, kind, when, expect, from, to } = own;
  const field = own.field ?? firstField(expect) ?? (when && firstField(when)) ?? 'key';
  const kinds = new Set([kind, ...kindsWithin(expect), ...(when ? kindsWithin(when) : [])]);
  const info = {
    code,
    title,
    severity: own.severity === 'off' ? 'query' : own.severity,
    kinds: [...kinds],
    // The schema of the kind was asked whether it has the field.
    fields: [field] as unknown as RecordRule['fields'],
    help: own.help ?? HELP,
    source: { document: 'The council’s own rules', section: code, confirmed: false },
    ...(from === undefined ? {} : { validFrom: from }),
    ...(to === undefined ? {} : { validTo: to }),
  } as const;

  const applies = when && compileCondition(kind, when);
  const isKept = compileCondition(kind, expect);
  const only = own.schools && new Set(own.schools);
  const except = own.exceptSchools && new Set(own.exceptSchools);
  const isOfSchool = (school: string | undefined): boolean =>
    (only === undefined || (school !== undefined && only.has(school))) &&
    (except === undefined || school === undefined || !except.has(school));

  if (own.scope === 'record') {
    const rule: RecordRule = {
      scope: 'record',
      ...info,
      broken: (record, context) =>
        !isKept(record, context, undefined) &&
        (applies === undefined || applies(record, context, undefined)) &&
        isOfSchool(record.school),
    };
    return rule;
  }
  const rule: PupilRule = {
    scope: 'pupil',
    ...info,
    broken: (pupil, context) => {
      let found: PupilFinding[] | undefined;
      for (const record of pupil.of(kind)) {
        if (isKept(record, context, pupil)) continue;
        if (applies !== undefined && !applies(record, context, pupil)) continue;
        if (isOfSchool(record.school)) (found ??= []).push({ record });
      }
      return found;
    },
  };
  return rule;
}
