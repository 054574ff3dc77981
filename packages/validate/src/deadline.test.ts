import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.js';
import { isPastDeadline } from './deadline.js';
import { SCHOOL } from './testing/samples.js';

describe('isPastDeadline', () => {
  const past = (from: string, to: string, limit: number) =>
    isPastDeadline(createCalendar(), from, to, limit, SCHOOL);

  it('counts weekdays after the day, up to the day before', () => {
    expect(past('2026-09-14', '2026-09-18', 3)).toBe(true);
    expect(past('2026-09-14', '2026-09-17', 3)).toBe(false);
    expect(past('2026-09-18', '2026-09-21', 1)).toBe(false);
    expect(past('2026-09-18', '2026-09-22', 1)).toBe(true);
  });
  it('leaves August out unless the calendar says otherwise', () => {
    expect(past('2026-07-31', '2026-09-01', 1)).toBe(false);
    const open = createCalendar({ open: ['2026-08-04'] });
    expect(isPastDeadline(open, '2026-07-31', '2026-09-01', 1, SCHOOL)).toBe(true);
  });
  it('is past after a year, and never without days', () => {
    expect(past('1990-01-01', '2026-09-01', 1000)).toBe(true);
    expect(past('2026-02-30', '2026-09-01', 1)).toBe(false);
    expect(past('2026-02-20', '2026-09-31', 1)).toBe(false);
  });
});
