import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, readArea } from './cell-reference.js';
import { isPlainInteger, numberToText, readNumber, unescapeText } from './cell-text.js';

describe('numbers', () => {
  it.each([
    ['12.10', '12.1'],
    ['0.30000000000000004', '0.3'],
    ['4.47700900123E+11', '447700900123'],
    ['007', '7'],
    ['-0.5', '-0.5'],
    ['1E-3', '0.001'],
    ['9007199254740991', '9007199254740991'],
    ['-0', '0'],
  ])('%s is %s', (text, shortest) => expect(numberToText(readNumber(text)!)).toBe(shortest));

  it.each(['', ' ', '0x10', 'Infinity', 'NaN', '1,5', '1e999', '.', '--1'])('%s is none', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );

  it('what passes as plain is what the long way gives', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(String), fc.string()),
        (text) => {
          if (isPlainInteger(text)) expect(numberToText(readNumber(text)!)).toBe(text);
        },
      ),
    );
    expect(['0', '7', '123456789012345'].every(isPlainInteger)).toBe(true);
    expect(['', '00', '-1', '1.0', '1234567890123456', '1a'].some(isPlainInteger)).toBe(false);
  });
});

describe('unescapeText', () => {
  it.each([
    ['a_x000D_b', 'a\rb'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x20AC_', '€'],
    ['_x00_', '_x00_'],
    ['x_000D_', 'x_000D_'],
  ])('%s', (text, out) => expect(unescapeText(text)).toBe(out));
});

describe('references', () => {
  it.each([
    ['A1', 1],
    ['Z9', 26],
    ['AA10', 27],
    ['xfd1048576', 16_384],
    ['XFE1', undefined],
    ['A', undefined],
    ['1', undefined],
    ['', undefined],
  ])('column of %s: %s', (reference, column) => expect(columnOf(reference)).toBe(column));

  it.each([
    ['B2:C5', { top: 2, left: 2, bottom: 5, right: 3 }],
    ['$C$5:$B$2', { top: 2, left: 2, bottom: 5, right: 3 }],
    ['D4', { top: 4, left: 4, bottom: 4, right: 4 }],
    ['A0:B2', undefined],
    ['A1:XFE2', undefined],
    ['A1:B1048577', undefined],
    ['Sheet1!A1', undefined],
  ])('area %s', (reference, area) => expect(readArea(reference)).toEqual(area));
});
