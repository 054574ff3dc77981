import { type CanonicalRecord, codeSets, type RecordKind } from '@rollbook/model';
import { isBlank } from '../blank.js';
import type { PupilGroup } from '../pupil-group.js';
import type { RuleContext } from '../rule.js';
import type { Condition, FieldTest, HasTest } from './condition.js';
import { compileDay } from './day-expression.js';
import { fieldAt, type FieldStep, type RecordField } from './record-fields.js';
import { LONGEST_TESTED } from './safe-pattern.js';

/** Whether a condition holds for a record; `pupil` is asked by `has` alone. */
export type Held = (record: CanonicalRecord, context: RuleContext, pupil: PupilGroup | undefined) => boolean;

/** A test of a value that is there. */
type Check = (value: unknown, context: RuleContext, record: CanonicalRecord) => boolean;

const ALWAYS: Check = () => true;

type Fields = Readonly<Record<string, unknown>>;

/** What stands at the end of steps that no list is among. */
function reader(steps: readonly FieldStep[]): (record: CanonicalRecord) => unknown {
  const [first = '', second, ...more] = steps.map(({ key }) => key);
  if (second === undefined) return (record) => (record as unknown as Fields)[first];
  return (record) => {
    let value = below((record as unknown as Fields)[first], second);
    for (const key of more) value = below(value, key);
    return value;
  };
}

function below(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Fields)[key]
    : undefined;
}

function isAbsent(value: unknown): boolean {
  if (typeof value === 'string') return isBlank(value);
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether the check passes for what stands below a value, for one item at least where lists are on the way. */
function someBelow(
  value: unknown,
  steps: readonly FieldStep[],
  from: number,
  check: Check,
  context: RuleContext,
  record: CanonicalRecord,
): boolean {
  let at = value;
  for (let i = from; i < steps.length; i++) {
    const { key, list } = steps[i] as FieldStep;
    at = below(at, key);
    if (list && i < steps.length - 1) {
      if (!Array.isArray(at)) return false;
      for (const item of at) if (someBelow(item, steps, i + 1, check, context, record)) return true;
      return false;
    }
  }
  return !isAbsent(at) && check(at, context, record);
}

function orderCheck(bound: string | number, holds: (way: number) => boolean): Check {
  if (typeof bound === 'number')
    return (value) => typeof value === 'number' && holds(value < bound ? -1 : value > bound ? 1 : 0);
  const day = compileDay(bound);
  return (value, { asOf }) => {
    if (typeof value !== 'string') return false;
    const limit = day(asOf);
    return holds(value < limit ? -1 : value > limit ? 1 : 0);
  };
}

function valueCheck(field: RecordField, wanted: string | number | boolean): Check {
  if (field.type === 'date') {
    const day = compileDay(String(wanted));
    return (value, { asOf }) => value === day(asOf);
  }
  const own = field.type === 'text' ? String(wanted) : wanted;
  return (value) => value === own;
}

function otherCheck(kind: RecordKind, path: string, holds: (value: never, other: never) => boolean): Check {
  const read = reader(fieldAt(kind, path)?.steps ?? []);
  return (value, _, record) => {
    const other = read(record);
    return !isAbsent(other) && typeof value === typeof other && holds(value as never, other as never);
  };
}

/** The tests on a value, or on one item where the field is a list. */
function itemChecks(kind: RecordKind, field: RecordField, test: FieldTest): Check[] {
  const checks: Check[] = [];
  const { is, in: among, matches, min, max, before, after, equals, codeSet } = test;
  if (is !== undefined) checks.push(valueCheck(field, is));
  if (among !== undefined) {
    if (field.type === 'date') {
      const each = among.map((value) => valueCheck(field, value));
      checks.push((value, context, record) => {
        for (const check of each) if (check(value, context, record)) return true;
        return false;
      });
    } else {
      const values = new Set<unknown>(field.type === 'text' ? among.map(String) : among);
      checks.push((value) => values.has(value));
    }
  }
  if (min !== undefined) checks.push(orderCheck(min, (way) => way >= 0));
  if (max !== undefined) checks.push(orderCheck(max, (way) => way <= 0));
  if (before !== undefined) checks.push(otherCheck(kind, before, (value, other) => value < other));
  if (after !== undefined) checks.push(otherCheck(kind, after, (value, other) => value > other));
  if (equals !== undefined) checks.push(otherCheck(kind, equals, (value, other) => value === other));
  if (codeSet !== undefined) {
    const set = codeSets[codeSet];
    checks.push((value, { asOf }) => typeof value === 'string' && set?.accepts(value, asOf) === true);
  }
  if (matches !== undefined) {
    const pattern = new RegExp(matches, 'u');
    checks.push(
      (value) => typeof value === 'string' && value.length <= LONGEST_TESTED && pattern.test(value),
    );
  }
  return checks;
}

function lengthCheck(length: NonNullable<FieldTest['length']>): Check {
  const [min, max] =
    typeof length === 'number' ? [length, length] : [length.min ?? 0, length.max ?? Infinity];
  return (value) => {
    const size = typeof value === 'string' || Array.isArray(value) ? value.length : -1;
    return size >= min && size <= max;
  };
}

function together(checks: readonly Check[]): Check {
  const [first, second, ...more] = checks;
  if (first === undefined) return ALWAYS;
  if (second === undefined) return first;
  if (more.length === 0)
    return (value, context, record) => first(value, context, record) && second(value, context, record);
  return (value, context, record) => {
    for (const check of checks) if (!check(value, context, record)) return false;
    return true;
  };
}

function compileTest(kind: RecordKind, field: RecordField, test: FieldTest): Held {
  const whole = test.length === undefined ? [] : [lengthCheck(test.length)];
  const items = itemChecks(kind, field, test);
  const onItem = together(items);
  const ofList: Check = (value, context, record) => {
    if (!Array.isArray(value)) return false;
    for (const item of value) if (!isAbsent(item) && onItem(item, context, record)) return true;
    return false;
  };
  const check = together(field.list && items.length > 0 ? [...whole, ofList] : [...whole, ...items]);

  const wantsAbsent = test.present === false;
  const whenAbsent = wantsAbsent || test.orAbsent === true;
  const { steps } = field;
  if (steps.slice(0, -1).some(({ list }) => list)) {
    return (record, context) => {
      if (whenAbsent && !someBelow(record, steps, 0, ALWAYS, context, record)) return true;
      return !wantsAbsent && someBelow(record, steps, 0, check, context, record);
    };
  }
  const read = reader(steps);
  return (record, context) => {
    const value = read(record);
    if (isAbsent(value)) return whenAbsent;
    return !wantsAbsent && check(value, context, record);
  };
}

function compileHas(has: HasTest): Held {
  const { kind } = has;
  const least = has.atLeast ?? (has.atMost === undefined ? 1 : 0);
  const most = has.atMost ?? Infinity;
  const where = has.where === undefined ? undefined : compileCondition(kind, has.where);
  return (_, context, pupil) => {
    const records = pupil?.of(kind) ?? [];
    let count = 0;
    for (const record of records) {
      if (where === undefined || where(record, context, pupil)) count++;
      if (count > most) return false;
      if (count >= least && most === Infinity) return true;
    }
    return count >= least;
  };
}

/**
 * A condition as a function, made once: it runs on every record.
 *
 * @param condition one in which `conditionProblems` found nothing
 */
export function compileCondition(kind: RecordKind, condition: Condition): Held {
  const { all, any, not, has } = condition;
  if (all) {
    const parts = all.map((part) => compileCondition(kind, part));
    return (record, context, pupil) => {
      for (const part of parts) if (!part(record, context, pupil)) return false;
      return true;
    };
  }
  if (any) {
    const parts = any.map((part) => compileCondition(kind, part));
    return (record, context, pupil) => {
      for (const part of parts) if (part(record, context, pupil)) return true;
      return false;
    };
  }
  if (not) {
    const part = compileCondition(kind, not);
    return (record, context, pupil) => !part(record, context, pupil);
  }
  if (has) return compileHas(has);
  const field = fieldAt(kind, condition.field ?? '');
  if (field === undefined) throw new RangeError('a condition names a field that its records have not');
  return compileTest(kind, field, condition);
}
