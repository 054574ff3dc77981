import { addDays, isoWeekday } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkString } from './marks.js';

const monday = '2024-09-02';

describe('readMarkString', () => {
  it('goes over every day, or Mondays to Fridays', () => {
    const week = '/\\'.repeat(7);
    expect(readMarkString(week, monday, { days: 'calendar' }).marks.at(-1)).toEqual({
      date: '2024-09-08',
      session: 'PM',
      code: '\\',
    });
    expect(readMarkString(week, monday, { days: 'weekdays' }).marks.at(-1)).toEqual({
      date: '2024-09-10',
      session: 'PM',
      code: '\\',
    });
  });

  it('takes the way that fits the end', () => {
    expect(
      readMarkString('/\\'.repeat(10), monday, { days: 'calendar', endDate: '2024-09-13' }),
    ).toMatchObject({ fits: true });
    expect(
      readMarkString('/\\'.repeat(10), monday, { days: 'calendar', endDate: '2024-09-13' }).marks.at(-1)
        ?.date,
    ).toBe('2024-09-13');
    expect(
      readMarkString('/\\'.repeat(12), monday, { days: 'weekdays', endDate: '2024-09-13' }).marks.at(-1)
        ?.date,
    ).toBe('2024-09-13');
    expect(readMarkString('/\\/', monday, { days: 'calendar', endDate: '2024-09-13' }).fits).toBe(false);
  });

  it('may begin in the afternoon, and gives nothing for a space', () => {
    expect(readMarkString('\\ /', monday, { days: 'calendar', startSession: 'PM' }).marks).toEqual([
      { date: monday, session: 'PM', code: '\\' },
      { date: '2024-09-03', session: 'PM', code: '/' },
    ]);
  });

  it('takes codes of two characters between separators', () => {
    expect(readMarkString('/ C1 Y4', monday, { days: 'calendar' }).marks.map(({ code }) => code)).toEqual([
      '/',
      'C1',
      'Y4',
    ]);
  });

  it('gives each session once, in order, and none at a weekend', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[/\\LIMN-]{1,300}$/), fc.nat(400), (codes, shift) => {
        const { marks } = readMarkString(codes, addDays(monday, shift), { days: 'weekdays' });
        expect(marks.map(({ code }) => code).join('')).toBe(codes);
        expect(new Set(marks.map(({ date, session }) => date + session)).size).toBe(codes.length);
        for (const { date } of marks) expect(isoWeekday(date)).toBeLessThan(6);
      }),
      { numRuns: 50 },
    );
  });
});
