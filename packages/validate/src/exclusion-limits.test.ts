import { describe, expect, it } from 'vitest';
import { isSuspension, limitedSessions } from './exclusion-limits.js';

describe('isSuspension', () => {
  it.each([
    ['SUSP', true],
    ['FIXD', true],
    ['PERM', false],
    ['LNCH', false],
    [undefined, false],
  ])('%s: %s', (category, is) => expect(isSuspension({ category })).toBe(is));
});

describe('limitedSessions', () => {
  it.each([
    ['SUSP', 4, 4],
    ['FIXD', 3, 3],
    ['LNCH', 2, 2],
    ['PERM', 5, 0],
    [undefined, 5, 0],
    ['SUSP', undefined, 0],
  ])('%s of %s counts %s', (category, sessions, counted) =>
    expect(limitedSessions({ category, sessions })).toBe(counted),
  );
});
