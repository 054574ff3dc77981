import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, storeKey, storeSchool } from './store-text.js';

describe('encodeText', () => {
  it('is undone by decodeText, and leaves nothing that PostgreSQL refuses', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\u0000', '\ufdd0', '\ud83d', '\ude00', '0', 'f', 'a'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (sent) => {
        const stored = encodeText(sent);
        expect(decodeText(stored)).toBe(sent);
        expect(stored).not.toContain('\u0000');
        // UTF-8 has no lone surrogates: a buffer would hold U+FFFD in their place.
        expect(Buffer.from(stored).toString()).toBe(stored);
      }),
    );
  });
});

describe('storeKey', () => {
  it('leaves a usual key as it is', () => {
    expect(storeKey('upn:A856999900001|2026-09-01|AM')).toBe('upn:A856999900001|2026-09-01|AM');
  });

  it('keeps long keys apart that begin alike, within what an index entry holds', () => {
    const one = storeKey('é'.repeat(5000) + '1');
    const two = storeKey('é'.repeat(5000) + '2');
    expect(one).not.toBe(two);
    expect(one.slice(0, 500)).toBe(two.slice(0, 500));
    const astral = storeKey('x' + '😀'.repeat(5000));
    expect(Buffer.from(astral).toString()).toBe(astral);
    for (const key of [one, astral, storeKey('\u0000'.repeat(5000))]) {
      expect(Buffer.byteLength(key + storeSchool('é'.repeat(1000)))).toBeLessThan(2300);
    }
  });
});
