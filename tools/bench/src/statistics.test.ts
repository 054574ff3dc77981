import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measurement } from './measurement.js';
import { median, speedRatio, summarise } from './statistics.js';

const run = (seconds: number, more: Partial<Measurement> = {}): Measurement => ({
  seconds,
  bytes: 9_000_000,
  pupils: 2_000,
  records: 40_000,
  issues: 3,
  peakBytes: 80_000_000,
  ...more,
});

describe('median', () => {
  it('is the middle, whatever the order', () => {
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('has as many values below it as above it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses no values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('summarise', () => {
  it('gives figures a second by the median, and the largest peak', () => {
    expect(summarise([run(3, { peakBytes: 90_000_000 }), run(1), run(2)])).toEqual({
      runs: 3,
      bytes: 9_000_000,
      pupils: 2_000,
      records: 40_000,
      issues: 3,
      seconds: { best: 1, median: 2, worst: 3 },
      megabytesPerSecond: 4.5,
      pupilsPerSecond: 1_000,
      recordsPerSecond: 20_000,
      peakBytes: 90_000_000,
    });
  });

  it.each(['bytes', 'pupils', 'records', 'issues'] as const)('refuses runs that differ in %s', (field) => {
    expect(() => summarise([run(1), run(1, { [field]: 1 })])).toThrow(field);
  });

  it('refuses no runs', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });
});

it('speedRatio says how many times as fast the first is', () => {
  expect(speedRatio(summarise([run(2)]), summarise([run(9)]))).toBe(4.5);
});
