import { describe, expect, it } from 'vitest';
import { overlapping, runsOn } from './spells.js';

describe('runsOn', () => {
  it('takes in both ends, and what is open', () => {
    const spell = { startDate: '2026-01-05', endDate: '2026-01-09' };
    expect(['2026-01-04', '2026-01-05', '2026-01-09', '2026-01-10'].map((day) => runsOn(spell, day))).toEqual(
      [false, true, true, false],
    );
    expect(runsOn({}, '2026-01-04')).toBe(true);
  });
});

describe('overlapping', () => {
  const a = { key: 'a', startDate: '2020-01-01', endDate: '2024-01-01' };
  const b = { key: 'b', startDate: '2021-01-01', endDate: '2021-06-01' };
  const c = { key: 'c', startDate: '2022-01-01', endDate: '2022-06-01' };

  it('finds spells inside a long one, in whatever order they come', () => {
    expect(overlapping([c, a, b], 'runs-on')).toEqual([b, c]);
  });

  it('lets an open spell run on, or end with the next', () => {
    const open = { key: 'o', startDate: '2020-01-01' };
    expect(overlapping([open, b], 'runs-on')).toEqual([b]);
    expect(overlapping([open, b], 'next-start')).toEqual([]);
  });

  it('leaves out spells without a start', () => {
    expect(overlapping([{ key: 'x', endDate: '2030-01-01' }, b], 'runs-on')).toEqual([]);
  });
});
