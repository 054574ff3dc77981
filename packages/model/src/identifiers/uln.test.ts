import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUln, isUln, parseUln } from './uln.js';

const body = fc.integer({ min: 100_000_000, max: 999_999_999 });

describe('ULN', () => {
  // 1·10+0·9+0·8+0·7+0·6+0·5+0·4+0·3+7·2 = 24; 24 mod 11 = 2; 10 - 2 = 8
  it('has the check digit of the weighted sum', () => {
    expect(formatUln(100000007)).toBe('1000000078');
    expect(parseUln(' 1000000078 ')).toEqual({ ok: true, uln: '1000000078' });
  });

  it('says what is wrong', () => {
    expect(parseUln('100000007')).toEqual({ ok: false, problem: 'length' });
    expect(parseUln('10000000X8')).toEqual({ ok: false, problem: 'characters' });
    expect(parseUln('0000000000')).toEqual({ ok: false, problem: 'characters' });
    expect(parseUln('0123456789')).toEqual({ ok: false, problem: 'characters' });
    expect(parseUln('1000000079')).toEqual({ ok: false, problem: 'check-digit' });
    expect(parseUln('9999999999')).toEqual({ ok: false, problem: 'placeholder' });
    for (const body of ['12345678', '1234567890', 'A123456789', '123456789A']) {
      expect(() => formatUln(body), body).toThrow(RangeError);
    }
  });

  // 100000006: 10 + 12 = 22, 22 mod 11 = 0
  it('has no ULN for a body whose remainder is 0', () => {
    expect(formatUln(100000006)).toBeUndefined();
    for (let digit = 0; digit <= 9; digit++) expect(isUln(`100000006${digit}`)).toBe(false);
  });

  it('is one only without white space', () => {
    expect(isUln('1000000078')).toBe(true);
    expect(isUln(' 1000000078')).toBe(false);
    expect(isUln('1000000079')).toBe(false);
  });

  it('is made and read back, and one body has at most one check digit', () => {
    fc.assert(
      fc.property(body, (digits) => {
        const uln = formatUln(digits);
        const valid = Array.from({ length: 10 }, (_, d) => `${digits}${d}`).filter(isUln);
        return uln === undefined ? valid.length === 0 : valid.length === 1 && valid[0] === uln;
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => !isUln(text) || parseUln(text).ok));
  });
});
