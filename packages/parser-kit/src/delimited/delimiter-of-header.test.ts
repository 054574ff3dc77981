import { expect, it } from 'vitest';
import { delimiterOfHeader } from './delimiter-of-header.js';

const isHeader = (cells: readonly string[]): boolean => cells.includes('A') && cells.includes('B');

it.each([
  ['A,B\n1|2,3\n', ','],
  ['\ufeff"A";B\r\nx,y;z', ';'],
  ['B\tA', '\t'],
  ['A|x|B\r1', '|'],
  ['C,D\nA,B', undefined],
  ['', undefined],
])('finds in %j the delimiter %j', (text, delimiter) => {
  expect(delimiterOfHeader(text, isHeader)).toBe(delimiter);
});
