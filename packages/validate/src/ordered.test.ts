import { describe, expect, it } from 'vitest';
import { byKey, byStart, repeated } from './ordered.js';

const records = [
  { key: 'b', start: '2026-01-01', rank: 1 },
  { key: 'c', start: undefined, rank: 2 },
  { key: 'a', start: '2026-01-01', rank: 1 },
];
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('order that does not depend on the file', () => {
  it('is by start, then by key; what has no start comes first', () => {
    expect(keys(byStart(records, ({ start }) => start))).toEqual(['c', 'a', 'b']);
  });

  it('names all but the first that share a value', () => {
    expect(keys(repeated(byKey(records), ({ rank }) => rank))).toEqual(['b']);
    expect(repeated(records, () => undefined)).toEqual([]);
  });
});
