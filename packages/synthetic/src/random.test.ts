import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random, Weighted } from './random.js';

describe('Random', () => {
  it('gives the numbers it has always given, on every machine', () => {
    const random = new Random(1, 2, 3);
    expect([random.uint32(), random.uint32(), random.uint32(), random.uint32()]).toEqual([
      3265287489, 3467309348, 3427049042, 1669843236,
    ]);
  });

  it('gives the same stream for the same seeds and another for others', () => {
    const draw = (...seeds: number[]) => {
      const random = new Random(...seeds);
      return Array.from({ length: 8 }, () => random.uint32()).join();
    };
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        expect(draw(a, b)).toBe(draw(a, b));
        if (a !== b) {
          expect(draw(a, b)).not.toBe(draw(b, a));
          expect(draw(a)).not.toBe(draw(b));
        }
      }),
    );
  });

  it('spreads its numbers evenly', () => {
    const random = new Random(7);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[random.below(10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('stays within the bounds asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (seed, from, size) => {
        const random = new Random(seed);
        const value = random.between(from, from + size);
        expect(value).toBeGreaterThanOrEqual(from);
        expect(value).toBeLessThanOrEqual(from + size);
        expect(Number.isInteger(value)).toBe(true);
      }),
    );
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Random(1).pick([])).toThrow(RangeError);
  });
});

describe('Weighted', () => {
  it('picks in proportion to the weights', () => {
    const weighted = new Weighted([
      ['a', 1],
      ['b', 3],
    ]);
    const random = new Random(5);
    let b = 0;
    for (let i = 0; i < 40_000; i++) if (weighted.pick(random) === 'b') b++;
    expect(b / 40_000).toBeCloseTo(0.75, 1);
  });

  it('refuses weights that mean nothing', () => {
    expect(() => new Weighted([])).toThrow(RangeError);
    expect(() => new Weighted([['a', 0]])).toThrow(RangeError);
    expect(() => new Weighted([['a', Number.NaN]])).toThrow(RangeError);
  });
});
