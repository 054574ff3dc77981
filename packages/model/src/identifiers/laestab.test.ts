import { describe, expect, it } from 'vitest';
import { formatLaestab, isLaestab, parseLaestab } from './laestab.js';
import { isUrn, parseUrn } from './urn.js';

describe('LAESTAB', () => {
  it.each(['8564123', '856/4123', '856 4123', ' 856-4123 '])('reads %j', (text) => {
    expect(parseLaestab(text)).toEqual({ value: '8564123', la: '856', establishment: '4123' });
  });

  it.each(['', '856412', '85641234', '856LLLL', '1564123', '856//4123'])('does not read %j', (text) => {
    expect(parseLaestab(text)).toBeUndefined();
  });

  it('gives an establishment its leading zeros back', () => {
    expect(formatLaestab(856, 12)).toBe('8560012');
    expect(formatLaestab(' 856 ', ' 12 ')).toBe('8560012');
    expect(formatLaestab('856', 'LLLL')).toBeUndefined();
    expect(formatLaestab('856', '12345')).toBeUndefined();
    expect(isLaestab('8560012')).toBe(true);
    expect(isLaestab('856/0012')).toBe(false);
  });
});

describe('URN', () => {
  it('has six digits', () => {
    expect(parseUrn(' 120301 ')).toBe('120301');
    expect(isUrn('012030')).toBe(false);
    expect(parseUrn('12030')).toBeUndefined();
    expect(parseUrn('12030A')).toBeUndefined();
    expect(parseUrn('1203011')).toBeUndefined();
    expect(parseUrn('A120301')).toBeUndefined();
  });
});
