import { describe, expect, it } from 'vitest';
import { todayInEngland } from './today.js';

describe('todayInEngland', () => {
  it('is the day of the clocks in England, which in summer is ahead of UTC', () => {
    expect(todayInEngland(new Date('2026-07-31T23:30:00Z'))).toBe('2026-08-01');
    expect(todayInEngland(new Date('2026-01-31T23:30:00Z'))).toBe('2026-01-31');
  });
});
