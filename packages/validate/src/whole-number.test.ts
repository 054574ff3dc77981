import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeNumber } from './whole-number.js';

describe('wholeNumber', () => {
  it('reads what it wrote', () => {
    fc.assert(fc.property(fc.nat({ max: 999_999_999 }), (n) => wholeNumber(String(n)) === n));
  });
  it.each(['', '1.5', '-1', 'A', '1 ', '1/', '1:', '1234567890'])('is none in %j', (text) =>
    expect(wholeNumber(text)).toBeUndefined(),
  );
});
