import { expect, it } from 'vitest';
import { columnIndex, columnLetter } from './letters.js';

it('names columns as spreadsheet programs do, and finds them', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  for (const index of [0, 25, 26, 701, 702, 16_383]) expect(columnIndex(columnLetter(index))).toBe(index);
  expect(['', 'a', '1', 'XFE', 'AAAA'].map(columnIndex)).toEqual(Array(5).fill(undefined));
});
