import { formatUpn, UPN_ALPHABET } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { upnNumber } from './upn-number.js';

describe('upnNumber', () => {
  it('is another safe integer for each UPN', () => {
    const of = { la: 999, establishment: 9999, year: 99 };
    const permanent = Array.from({ length: 1000 }, (_, serial) => formatUpn({ ...of, serial }));
    const temporary = [...UPN_ALPHABET].flatMap((letter) =>
      Array.from({ length: 100 }, (_, serial) => formatUpn({ ...of, serial, letter })),
    );
    const numbers = [...permanent, ...temporary].map(upnNumber);
    expect(new Set(numbers).size).toBe(3300);
    expect(numbers.every(Number.isSafeInteger)).toBe(true);
  });
});
