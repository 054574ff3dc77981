import { addDays, academicYearOf, type CanonicalRecord, codeSets, type RecordKind } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../calendar.js';
import { PupilCollector } from '../pupil-group.js';
import type { RuleContext } from '../rule.js';
import { aContact, anEnrolment, aPupil, AS_OF } from '../testing/samples.js';
import { compileCondition } from './compile-condition.js';
import type { Condition } from './condition.js';
import { conditionProblems } from './condition-problems.js';

const context: RuleContext = { asOf: AS_OF, academicYear: academicYearOf(AS_OF), calendar: createCalendar() };

function faults(kind: RecordKind, condition: Condition): string[] {
  const found: string[] = [];
  conditionProblems(kind, condition, true, (message) => void found.push(message));
  return found;
}

function holds(record: CanonicalRecord, condition: Condition): boolean {
  expect(faults(record.kind, condition)).toEqual([]);
  return compileCondition(record.kind, condition)(record, context, undefined);
}

const enrolment = anEnrolment({
  registrationGroup: '7B',
  entryDate: '2026-09-01',
  leavingDate: '2026-09-30',
  house: ' ',
  extensions: { 'Shoe.Size': 7, Seen: '2026-09-01', Nested: { a: 1 } },
});
const contact = aContact({
  phones: [{ number: '0116 1', type: 'H' }, { number: '07700 900001' }],
  emails: [],
});
const pupil = aPupil({ formerUpns: ['A', 'B2'] });

describe('conditions over one record', () => {
  it.each<[boolean, Condition]>([
    [true, { field: 'current', is: true }],
    [false, { field: 'current', is: false }],
    [true, { field: 'yearGroup', is: 7 }],
    [true, { field: 'yearGroup', in: [6, '7'] }],
    [false, { field: 'yearGroup', in: ['8', 9] }],
    [true, { field: 'registrationGroup', matches: '^[0-9]{1,2}[A-Z]$' }],
    [true, { field: 'registrationGroup', matches: 'B' }],
    [false, { field: 'registrationGroup', matches: '^B' }],
    [true, { field: 'registrationGroup', length: 2 }],
    [false, { field: 'registrationGroup', length: { min: 3 } }],
    [false, { field: 'registrationGroup', length: { max: 1 } }],
    [true, { field: 'registrationGroup', length: { min: 2, max: 2 } }],
    [true, { field: 'entryDate', min: 'today-30d' }],
    [false, { field: 'entryDate', min: 'today-29d' }],
    [true, { field: 'entryDate', max: '2026-09-01' }],
    [false, { field: 'entryDate', max: '2026-08-31' }],
    [true, { field: 'entryDate', is: 'today-1m' }],
    [true, { field: 'entryDate', in: ['2020-01-01', 'today-30d'] }],
    [false, { field: 'entryDate', in: ['2020-01-01'] }],
    [true, { field: 'entryDate', before: 'leavingDate' }],
    [false, { field: 'leavingDate', before: 'entryDate' }],
    [true, { field: 'leavingDate', after: 'entryDate' }],
    [false, { field: 'entryDate', after: 'entryDate' }],
    [false, { field: 'entryDate', before: 'entryDate' }],
    [true, { field: 'attended', equals: 'school' }],
    [false, { field: 'attended', equals: 'key' }],
    [false, { field: 'attended', equals: 'house' }],
    [true, { field: 'status', codeSet: 'enrolment-statuses' }],
    [false, { field: 'registrationGroup', codeSet: 'enrolment-statuses' }],
    [true, { field: 'entryDate', present: true }],
    [false, { field: 'entryDate', present: false }],
    [false, { field: 'house', present: true }],
    [true, { field: 'house', present: false }],
    [false, { field: 'house', is: ' ' }],
    [true, { field: 'house', is: 'Red', orAbsent: true }],
    [true, { field: 'note', length: 3, orAbsent: true }],
    [false, { field: 'note', length: 0 }],
    [false, { field: 'registrationGroup', is: '8B', orAbsent: true }],
    [true, { field: 'extensions.Shoe.Size', is: 7, min: 7, max: 7 }],
    [false, { field: 'extensions.Shoe.Size', min: 8 }],
    [false, { field: 'extensions.Seen', min: 8 }],
    [true, { field: 'extensions.Seen', min: 'today-30d' }],
    [false, { field: 'extensions.Shoe.Size', min: 'today' }],
    [false, { field: 'extensions.Nested', matches: 'a' }],
    [false, { field: 'extensions.toString', present: true }],
    [
      true,
      {
        all: [
          { field: 'current', is: true },
          { field: 'note', present: false },
        ],
      },
    ],
    [
      false,
      {
        all: [
          { field: 'current', is: true },
          { field: 'note', present: true },
        ],
      },
    ],
    [
      true,
      {
        any: [
          { field: 'current', is: false },
          { field: 'note', present: false },
        ],
      },
    ],
    [
      false,
      {
        any: [
          { field: 'current', is: false },
          { field: 'note', present: true },
        ],
      },
    ],
    [true, { not: { field: 'current', is: false } }],
    [false, { field: 'yearGroup', is: '7', in: ['8'], matches: '7' }],
  ])('%s: %j', (expected, condition) => expect(holds(enrolment, condition)).toBe(expected));

  it.each<[boolean, Condition]>([
    [true, { field: 'phones.number', matches: '^07' }],
    [false, { field: 'phones.number', matches: '^08' }],
    [false, { field: 'phones.number', matches: '^07', length: 6 }],
    [true, { field: 'phones.type', is: 'H' }],
    [true, { field: 'phones', length: 2 }],
    [false, { field: 'phones', length: 1 }],
    [true, { field: 'phones', present: true }],
    [true, { field: 'emails', present: false }],
    [true, { field: 'emails.address', present: false }],
    [true, { field: 'emails.address', matches: '@', orAbsent: true }],
    [false, { field: 'emails.address', matches: '@' }],
    [false, { field: 'phones.number', present: false }],
    [false, { field: 'address', present: true }],
    [false, { field: 'address.postcode', present: true }],
  ])('%s of a list: %j', (expected, condition) => expect(holds(contact, condition)).toBe(expected));

  it.each<[boolean, Condition]>([
    [true, { field: 'formerUpns', is: 'B2' }],
    [false, { field: 'formerUpns', is: 'C' }],
    [true, { field: 'formerUpns', length: 2, matches: '[0-9]' }],
    [false, { field: 'formerUpns', length: 1, matches: '[0-9]' }],
    [true, { field: 'address.postcode', matches: '^LE' }],
    [true, { field: 'languages.code', codeSet: 'languages' }],
    [true, { field: 'ethnicity', codeSet: 'ethnicities' }],
  ])('%s of plain lists: %j', (expected, condition) => expect(holds(pupil, condition)).toBe(expected));

  it('does not test text of more than 200 characters', () => {
    const of = (length: number) => anEnrolment({ note: 'a'.repeat(length) });
    expect(holds(of(200), { field: 'note', matches: 'a' })).toBe(true);
    expect(holds(of(201), { field: 'note', matches: 'a' })).toBe(false);
  });
});

describe('has', () => {
  const group = new PupilCollector();
  group.begin(pupil);
  group.add(contact);
  group.add(aContact({ priority: 2 }));
  const asked = (has: NonNullable<Condition['has']>) => {
    expect(faults('pupil', { has })).toEqual([]);
    return compileCondition('pupil', { has })(pupil, context, group);
  };
  const phone: Condition = { field: 'phones', present: true };

  it.each([
    [true, { kind: 'contact' }],
    [true, { kind: 'contact', atLeast: 2 }],
    [false, { kind: 'contact', atLeast: 3 }],
    [true, { kind: 'contact', where: phone }],
    [false, { kind: 'contact', where: phone, atLeast: 2 }],
    [true, { kind: 'contact', where: phone, atMost: 1 }],
    [false, { kind: 'contact', atMost: 1 }],
    [true, { kind: 'contact', atLeast: 1, atMost: 2 }],
    [false, { kind: 'contact', atLeast: 1, atMost: 1 }],
    [false, { kind: 'enrolment' }],
    [true, { kind: 'enrolment', atMost: 0 }],
  ] as const)('%s: %j', (expected, has) => expect(asked(has)).toBe(expected));
});

/** What conditions mean, by the book: values first, then tests. */
function naive(record: CanonicalRecord, condition: Condition): boolean {
  if (condition.all) return condition.all.map((part) => naive(record, part)).every(Boolean);
  if (condition.any) return condition.any.map((part) => naive(record, part)).some(Boolean);
  if (condition.not) return !naive(record, condition.not);
  const field = condition.field!;
  let values: unknown[] = [record];
  for (const key of field.split('.'))
    values = values.flat().map((value) => (value as Record<string, unknown> | undefined)?.[key]);
  values = values
    .flat()
    .filter((value) => value !== undefined && (typeof value !== 'string' || value.trim() !== ''));
  if (values.length === 0) return condition.present === false || condition.orAbsent === true;
  if (condition.present === false) return false;
  const isDate = field.endsWith('Date');
  const meant = (bound: unknown) => {
    const days = /^today([+-]\d+)d$/.exec(String(bound))?.[1];
    return days === undefined ? (bound === 'today' ? AS_OF : bound) : addDays(AS_OF, Number(days));
  };
  const same = (value: unknown, wanted: unknown) =>
    isDate
      ? value === meant(wanted)
      : typeof value === 'string'
        ? value === String(wanted)
        : value === wanted;
  return values.some((value) => {
    const tests: boolean[] = [];
    const { is, in: among, matches, min, max, length, before, codeSet } = condition;
    if (is !== undefined) tests.push(same(value, is));
    if (among) tests.push(among.some((wanted) => same(value, wanted)));
    if (matches !== undefined) tests.push(new RegExp(matches, 'u').test(value as string));
    if (min !== undefined) tests.push((value as string) >= (meant(min) as string));
    if (max !== undefined) tests.push((value as string) <= (meant(max) as string));
    if (typeof length === 'number') tests.push((value as string).length === length);
    if (before !== undefined) {
      const other = (record as unknown as Record<string, string | undefined>)[before];
      tests.push(other !== undefined && (value as string) < other);
    }
    if (codeSet !== undefined) tests.push(codeSets[codeSet]!.accepts(value as string, AS_OF));
    return tests.every(Boolean);
  });
}

const day = fc.constantFrom('2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01', '2026-10-02');
const bound = fc.oneof(day, fc.constantFrom('today', 'today-1d', 'today+1d', 'today-30d'));
const orAbsent = fc.option(fc.boolean(), { nil: undefined });
const fieldTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('entryDate', 'leavingDate', 'yearGroup', 'current', 'note'),
    present: fc.boolean(),
  }),
  fc.record({ field: fc.constant('current'), is: fc.boolean(), orAbsent }),
  fc.record({
    field: fc.constant('yearGroup'),
    in: fc.array(fc.constantFrom(7, '7', 'R', 8), { minLength: 1 }),
    orAbsent,
  }),
  fc.record({
    field: fc.constantFrom('yearGroup', 'note', 'status'),
    matches: fc.constantFrom('^[0-9]+$', 'a', '^$', '^.$'),
    length: fc.constantFrom(1, 2, undefined),
    orAbsent,
  }),
  fc.record({ field: fc.constantFrom('entryDate', 'leavingDate'), min: bound, orAbsent }),
  fc.record({
    field: fc.constantFrom('entryDate', 'leavingDate'),
    max: bound,
    is: fc.option(bound, { nil: undefined }),
  }),
  fc.record({ field: fc.constant('entryDate'), before: fc.constant('leavingDate'), orAbsent }),
  fc.record({
    field: fc.constantFrom('status', 'note'),
    codeSet: fc.constant('enrolment-statuses'),
    orAbsent,
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fieldTest,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const someEnrolment = fc
  .record({
    entryDate: maybe(day),
    leavingDate: maybe(day),
    yearGroup: maybe(fc.constantFrom('7', '8', 'R', '12')),
    current: maybe(fc.boolean()),
    note: maybe(fc.constantFrom('', ' ', 'a', 'ab', 'C')),
    status: maybe(fc.constantFrom('C', 'M', 'Z', 'c')),
  })
  .map((changes) => anEnrolment(changes));

describe('a compiled condition', () => {
  it('is what a plain reading of it says', () => {
    fc.assert(
      fc.property(someEnrolment, condition, (record, asked) => {
        fc.pre(faults('enrolment', asked).length === 0);
        expect(compileCondition('enrolment', asked)(record, context, undefined)).toBe(naive(record, asked));
      }),
      { numRuns: 2000 },
    );
  });
});
