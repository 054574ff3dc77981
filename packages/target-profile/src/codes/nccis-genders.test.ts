import { describe, expect, it } from 'vitest';
import { nccisGenders, toNccisGender } from './nccis-genders.js';

describe('toNccisGender', () => {
  it.each(['F', 'M', 'U', 'W'])('keeps %s', (code) => {
    expect(toNccisGender(code)).toEqual({ code, known: true });
    expect(nccisGenders.has(code)).toBe(true);
  });

  it('gives U when nothing is told', () => {
    expect(toNccisGender(undefined)).toEqual({ code: 'U', known: true });
  });

  it.each(['X', 'f', '1', ''])('gives U for %j and says so', (code) => {
    expect(toNccisGender(code)).toEqual({ code: 'U', known: false });
  });
});
