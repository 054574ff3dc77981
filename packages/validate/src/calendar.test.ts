import { addDays, isoWeekday } from '@rollbook/model';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBankHoliday } from './bank-holidays.js';
import { createCalendar, type SchoolCalendar } from './calendar.js';

const TERMS = [
  { from: '2026-09-02', to: '2026-10-16' },
  { from: '2026-10-26', to: '2026-12-18' },
];
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2022-01-01', count));

describe('createCalendar', () => {
  // Not while tests are collected: mutation testing would not see what is thrown there
  let calendar: SchoolCalendar;
  beforeAll(() => {
    calendar = createCalendar({
      terms: TERMS,
      closed: ['2026-09-04'],
      open: ['2026-09-05'],
      schools: {
        '8564001': { closed: ['2026-09-07'] },
        '8564002': { terms: [{ from: '2026-09-01', to: '2026-09-01' }], open: [] },
      },
    });
  });

  it.each([
    ['2026-09-01', false],
    ['2026-09-02', true],
    ['2026-09-04', false],
    ['2026-09-05', true],
    ['2026-09-06', false],
    ['2026-10-16', true],
    ['2026-10-19', false],
    ['2026-10-26', true],
    ['2026-12-18', true],
    ['2026-12-21', false],
    ['2026-02-30', false],
  ])('on %s: %s', (date, open) => {
    expect(calendar.isSchoolDay(date)).toBe(open);
    expect(calendar.isSchoolDay(date, '8564999')).toBe(open);
    expect(calendar.isSchoolDay(date)).toBe(open);
  });

  it('puts a school’s own list in place of the general one', () => {
    expect(calendar.isSchoolDay('2026-09-04', '8564001')).toBe(true);
    expect(calendar.isSchoolDay('2026-09-07', '8564001')).toBe(false);
    expect(calendar.isSchoolDay('2026-09-07')).toBe(true);
    expect(calendar.isSchoolDay('2026-09-05', '8564001')).toBe(true);
    expect(calendar.isSchoolDay('2026-09-01', '8564002')).toBe(true);
    expect(calendar.isSchoolDay('2026-09-02', '8564002')).toBe(false);
    expect(calendar.isSchoolDay('2026-09-05', '8564002')).toBe(false);
  });

  it('knows nothing of weekdays without terms, but of weekends and bank holidays', () => {
    const bare = createCalendar();
    fc.assert(
      fc.property(days, (date) => {
        const closed = isoWeekday(date) > 5 || isBankHoliday(date);
        expect(bare.isSchoolDay(date)).toBe(closed ? false : undefined);
        expect(bare.isSchoolDay(date)).toBe(closed ? false : undefined);
      }),
    );
  });

  it.each([
    ['a closed day', { closed: ['2026-02-29'] }],
    ['an open day', { open: ['1 May'] }],
    ['the start of a term', { terms: [{ from: '2026-09-31', to: '2026-10-01' }] }],
    ['the end of a term', { terms: [{ from: '2026-09-30', to: '2026-10-32' }] }],
    ['a school', { schools: { '8564001': { closed: ['x'] } } }],
  ])('refuses %s that does not exist', (_, options) =>
    expect(() => createCalendar(options)).toThrow(RangeError),
  );

  it('refuses a term that ends before it begins, and takes one of a single day', () => {
    const of = (to: string) => () => createCalendar({ terms: [{ from: '2026-09-02', to }] });
    expect(of('2026-09-01')).toThrow('ends before it begins');
    expect(of('2026-09-02')).not.toThrow();
  });
});

describe('schoolDaysBetween', () => {
  let calendar: SchoolCalendar;
  beforeAll(() => {
    calendar = createCalendar({ terms: TERMS, schools: { '8564001': { closed: ['2026-09-03'] } } });
  });

  it('counts school days, both ends included', () => {
    expect(calendar.schoolDaysBetween('2026-09-01', '2026-09-07')).toBe(4);
    expect(calendar.schoolDaysBetween('2026-09-01', '2026-09-07', '8564001')).toBe(3);
    expect(calendar.schoolDaysBetween('2026-09-02', '2026-09-02')).toBe(1);
    expect(calendar.schoolDaysBetween('2026-09-03', '2026-09-02')).toBe(0);
  });

  it('counts weekdays that are no bank holidays without terms', () => {
    expect(createCalendar().schoolDaysBetween('2026-08-24', '2026-09-04')).toBe(9);
  });

  it('adds up, whatever the day at which the span is cut', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (from, first, second) => {
        const cut = addDays(from, first);
        const to = addDays(cut, second + 1);
        expect(calendar.schoolDaysBetween(from, to)).toBe(
          calendar.schoolDaysBetween(from, cut) + calendar.schoolDaysBetween(addDays(cut, 1), to),
        );
      }),
    );
  });

  it('refuses what is no day, and more than ten years', () => {
    expect(() => calendar.schoolDaysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
    expect(() => calendar.schoolDaysBetween('2000-01-01', '2026-03-01')).toThrow('ten years');
  });
});
