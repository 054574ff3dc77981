import { describe, expect, it } from 'vitest';
import { LEAST_PUPILS, Share } from './share.js';

function share(counted: number, all: number): Share {
  const made = new Share();
  for (let i = 0; i < all; i++) made.add(i < counted);
  return made;
}

describe('Share', () => {
  it.each([
    [9, 90, false, true, false],
    [10, 90, true, true, false],
    [8, 90, false, false, true],
  ])('%i of %i against ten of a hundred', (counted, all, isAbove, isAtLeast, isBelow) => {
    expect(share(counted, all).isAbove(10)).toBe(isAbove);
    expect(share(counted, all).isAtLeast(10)).toBe(isAtLeast);
    expect(share(counted, all).isBelow(10)).toBe(isBelow);
  });

  it('counts a pupil once, however many records tell of it', () => {
    const made = share(0, 40);
    for (const key of ['a', 'a', 'b', 'b', 'b']) made.has(key);
    expect(made.isAtLeast(5)).toBe(true);
    expect(made.isAbove(5)).toBe(false);
  });

  it('says nothing of fewer pupils than a school has', () => {
    expect(share(LEAST_PUPILS - 1, LEAST_PUPILS - 1).isAbove(10)).toBe(false);
    expect(share(LEAST_PUPILS - 1, LEAST_PUPILS - 1).isAtLeast(10)).toBe(false);
    expect(share(0, LEAST_PUPILS - 1).isBelow(10)).toBe(false);
    expect(share(LEAST_PUPILS, LEAST_PUPILS).isAbove(10)).toBe(true);
    expect(share(LEAST_PUPILS, LEAST_PUPILS).isAtLeast(100)).toBe(true);
    expect(share(0, LEAST_PUPILS).isBelow(10)).toBe(true);
  });
});
