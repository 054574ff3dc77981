import { addDays } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDay, isDayExpression } from './day-expression.js';

describe('day expressions', () => {
  it.each(['2026-09-01', 'today', 'today-30d', 'today+2w', 'today-6m', 'today-18y'])('takes %s', (text) =>
    expect(isDayExpression(text)).toBe(true),
  );
  it.each(['2026-02-30', 'tomorrow', 'today-30', 'today 30d', 'today-1h', 'xtoday', '01/09/2026', ''])(
    'refuses %j',
    (text) => expect(isDayExpression(text)).toBe(false),
  );

  it.each([
    ['2026-09-01', '2026-10-01', '2026-09-01'],
    ['today', '2026-10-01', '2026-10-01'],
    ['today-30d', '2026-10-01', '2026-09-01'],
    ['today+2w', '2026-12-25', '2027-01-08'],
    ['today-1m', '2026-03-31', '2026-02-28'],
    ['today+5m', '2026-09-30', '2027-02-28'],
    ['today-10m', '2026-10-01', '2025-12-01'],
    ['today-1y', '2028-02-29', '2027-02-28'],
    ['today-16y', '2026-10-01', '2010-10-01'],
  ])('%s on %s is %s', (text, asOf, day) => expect(compileDay(text)(asOf)).toBe(day));

  it('follows the day of the check', () => {
    const day = compileDay('today-1d');
    expect([day('2026-10-01'), day('2026-10-02'), day('2026-10-01')]).toEqual([
      '2026-09-30',
      '2026-10-01',
      '2026-09-30',
    ]);
  });

  it('goes back to where it came from by days and weeks', () => {
    const asOf = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(asOf, fc.integer({ min: 0, max: 9999 }), fc.constantFrom('d', 'w'), (day, count, unit) => {
        expect(compileDay(`today-${count}${unit}`)(compileDay(`today+${count}${unit}`)(day))).toBe(day);
      }),
    );
  });
});
