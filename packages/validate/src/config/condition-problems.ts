import { isIsoDate, type RecordKind } from '@rollbook/model';
import { type Condition, FORMS, type FieldTest, TESTS } from './condition.js';
import { isDayExpression } from './day-expression.js';
import { fieldAt, fieldPaths, type RecordField } from './record-fields.js';
import { patternProblem } from './safe-pattern.js';
import { didYouMean, quoted } from './suggest.js';

/** Told of a fault: what to write, and where, by keys from the condition down. */
export type Fault = (message: string, path: readonly (string | number)[]) => void;

const DAYS = 'a day (2026-09-01, today, today-30d)';
/** Deeper conditions can't be read by people either. */
const DEEPEST = 20;

function unknownField(kind: RecordKind, path: string): string {
  return `There is no field ${quoted(path)} in ${kind} records.${didYouMean(path, fieldPaths(kind))}`;
}

/** What is wrong with a value that a field is compared to; undefined when nothing is. */
function valueProblem(field: RecordField, value: string | number | boolean): string | undefined {
  const { type, path } = field;
  if (type === 'boolean' && typeof value !== 'boolean') return `${path} is true or false: write one of them.`;
  if (type === 'number' && typeof value !== 'number') return `${path} is a number: write a number.`;
  if (type === 'date' && !(typeof value === 'string' && isDayExpression(value)))
    return `${path} is a date: write ${DAYS}.`;
  if (type === 'text' && typeof value === 'boolean') return `${path} is text: write it in quotes.`;
  return undefined;
}

function boundProblem(field: RecordField, value: string | number): string | undefined {
  const { type, path } = field;
  if (type === 'text') return `${path} is text and has no order: list its values with in.`;
  if (type === 'boolean') return `${path} is true or false and has no order: write is.`;
  if (type === 'any')
    return typeof value === 'number' || isDayExpression(value) ? undefined : `Write a number or ${DAYS}.`;
  return valueProblem(field, value);
}

/** Tests that ask for the value itself. */
const BY_VALUE = ['is', 'in', 'matches', 'min', 'max', 'before', 'after', 'equals', 'codeSet'] as const;

function rangeProblems(test: { min?: unknown; max?: unknown }, fault: Fault, above: readonly string[]): void {
  const { min, max } = test;
  const ordered =
    (typeof min === 'number' && typeof max === 'number') ||
    (typeof min === 'string' && typeof max === 'string' && isIsoDate(min) && isIsoDate(max));
  if (ordered && min > max) fault('min is more than max: nothing could pass.', [...above, 'min']);
}

function otherProblems(kind: RecordKind, field: RecordField, test: FieldTest, fault: Fault): void {
  for (const name of ['before', 'after', 'equals'] as const) {
    const path = test[name];
    if (path === undefined) continue;
    const other = fieldAt(kind, path);
    if (other === undefined) fault(unknownField(kind, path), [name]);
    else if (other.type === 'group' || other.steps.some(({ list }) => list))
      fault(`${path} is no single value to compare with.`, [name]);
    else if (field.type !== other.type && field.type !== 'any' && other.type !== 'any')
      fault(
        `${field.path} (${field.type}) and ${path} (${other.type}) are of two sorts: they can't be compared.`,
        [name],
      );
    else if (name !== 'equals' && (field.type === 'text' || field.type === 'boolean'))
      fault(`${field.path} has no order: only equals compares it with another field.`, [name]);
  }
}

function testProblems(kind: RecordKind, test: FieldTest, fault: Fault): void {
  const given = TESTS.filter((name) => test[name] !== undefined);
  if (given.length === 0) fault(`Say what the field must be, with one of: ${TESTS.join(', ')}.`, ['field']);
  if (test.present === false && given.length > 1)
    fault('What is not there has no value: present: false stands alone.', ['present']);
  if (test.present !== undefined && test.orAbsent !== undefined)
    fault('orAbsent has no use beside present: leave one of them out.', ['orAbsent']);
  const field = fieldAt(kind, test.field ?? '');
  if (field === undefined) {
    fault(unknownField(kind, test.field ?? ''), ['field']);
    return;
  }
  if (field.type === 'group') {
    const within = fieldPaths(kind).find((path) => path.startsWith(`${field.path}.`)) ?? `${field.path}.NAME`;
    for (const name of BY_VALUE)
      if (test[name] !== undefined)
        fault(`${field.path} has fields of its own: test one of them, such as ${within}.`, [name]);
    if (test.length !== undefined && !field.list) fault(`${field.path} has no length.`, ['length']);
    return;
  }
  valueProblems(field, test, fault);
  otherProblems(kind, field, test, fault);
}

function valueProblems(field: RecordField, test: FieldTest, fault: Fault): void {
  const say = (message: string | undefined, ...path: (string | number)[]): void => {
    if (message !== undefined) fault(message, path);
  };
  if (test.is !== undefined) say(valueProblem(field, test.is), 'is');
  test.in?.forEach((value, i) => say(valueProblem(field, value), 'in', i));
  if (test.min !== undefined) say(boundProblem(field, test.min), 'min');
  if (test.max !== undefined) say(boundProblem(field, test.max), 'max');
  rangeProblems(test, fault, []);
  if (typeof test.length === 'object') {
    if (test.length.min === undefined && test.length.max === undefined)
      fault('Write min, max or both here.', ['length']);
    rangeProblems(test.length, fault, ['length']);
  }
  const isText = field.type === 'text' || field.type === 'date' || field.type === 'any';
  if (test.length !== undefined && !field.list && !isText) fault(`${field.path} has no length.`, ['length']);
  if (test.matches !== undefined)
    say(isText ? patternProblem(test.matches) : `${field.path} is no text: use is, min or max.`, 'matches');
  if (test.codeSet !== undefined && field.type !== 'text' && field.type !== 'any')
    fault(`${field.path} is no code.`, ['codeSet']);
}

/**
 * Tells what is wrong with a condition over records of a kind: fields it doesn't have, tests that don't suit them.
 *
 * @param inPupil whether the pupil's other records may be asked for, by `has`
 */
export function conditionProblems(
  kind: RecordKind,
  condition: Condition,
  inPupil: boolean,
  fault: Fault,
  depth = 0,
): void {
  if (depth > DEEPEST) {
    fault(`Conditions stand at most ${DEEPEST} deep in one another.`, []);
    return;
  }
  const forms = FORMS.filter((form) => condition[form] !== undefined);
  if (forms.length !== 1) {
    fault(
      forms.length === 0
        ? 'Say field with what it must be, or one of all, any, not and has.'
        : `${forms.join(' and ')} can't stand side by side: put them in a list under all or any.`,
      [],
    );
    return;
  }
  const below =
    (...above: (string | number)[]): Fault =>
    (message, path) =>
      fault(message, [...above, ...path]);
  if (condition.field !== undefined) testProblems(kind, condition, fault);
  else {
    for (const name of [...TESTS, 'orAbsent'] as const)
      if (condition[name] !== undefined)
        fault(`"${name}" is a test of a field: write field beside it.`, [name]);
  }
  for (const list of ['all', 'any'] as const)
    condition[list]?.forEach((part, i) => conditionProblems(kind, part, inPupil, below(list, i), depth + 1));
  if (condition.not) conditionProblems(kind, condition.not, inPupil, below('not'), depth + 1);
  if (condition.has) hasProblems(condition.has, inPupil, below('has'), depth + 1);
}

function hasProblems(
  has: NonNullable<Condition['has']>,
  inPupil: boolean,
  fault: Fault,
  depth: number,
): void {
  if (!inPupil) fault('has looks at the pupil’s other records: write scope: pupil in the rule.', []);
  if (has.kind === 'school') fault('A school is no record of a pupil.', ['kind']);
  const { atLeast, atMost } = has;
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    fault('atLeast is more than atMost: nothing could pass.', ['atLeast']);
  if (atLeast === 0 && atMost === undefined) fault('At least 0 is always so.', ['atLeast']);
  if (has.where)
    conditionProblems(has.kind, has.where, false, (m, path) => fault(m, ['where', ...path]), depth);
}
