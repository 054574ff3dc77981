import { describe, expect, it } from 'vitest';
import { counted, duration, placeText, plain, table } from './text.js';

describe('text', () => {
  it('writes figures as people do', () => {
    expect(counted(1, 'query', 'queries')).toBe('1 query');
    expect(counted(12_345, 'record')).toBe('12,345 records');
    expect(duration(0.123)).toBe('0.12 s');
    expect(duration(75.4)).toBe('75 s');
  });

  it('writes places', () => {
    expect(placeText({ line: 3, column: 5, path: '/a/b' })).toBe('line 3, column 5');
    expect(placeText({ sheet: 'Pupils', row: 7, columnName: 'UPN' })).toBe('sheet Pupils, row 7, column UPN');
    expect(placeText({ path: '/a/b' })).toBe('/a/b');
    expect(placeText({})).toBe('');
  });

  it('keeps names of people as they are, and control characters out', () => {
    expect(plain('Zoë O’Néill 李')).toBe('Zoë O’Néill 李');
    expect(plain('a\u001b]0;x\u0007\r\u202eb')).toBe('a\ufffd]0;x\ufffd\ufffd\ufffdb');
  });

  it('aligns columns', () => {
    expect(
      table(
        [
          ['a', '1'],
          ['bbb', '100'],
        ],
        [1],
      ),
    ).toBe('a      1\nbbb  100');
  });
});
