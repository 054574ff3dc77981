import { describe, expect, it } from 'vitest';
import { firstMark, inOrder } from './marks.js';
import { aMark } from './testing/samples.js';

const [a, b, c] = [aMark(), aMark({ session: 'PM', code: 'I' }), aMark({ date: '2026-09-22', code: 'I' })];

describe('marks', () => {
  it('are the same list when in order', () => {
    const list = [a, b, c];
    expect(inOrder(list)).toBe(list);
  });
  it('are sorted in a copy otherwise', () => {
    const list = [c, b, a];
    expect(inOrder(list)).toEqual([a, b, c]);
    expect(list[0]).toBe(c);
  });
  it('give the first that is picked', () => {
    expect(firstMark([c, b, a], ({ code }) => code === 'I')).toBe(b);
    expect(firstMark([a], ({ code }) => code === 'I')).toBeUndefined();
  });
});
