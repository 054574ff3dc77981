import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentJson, parseStoredJson } from './canonical-json.js';
import { pupil } from './testing/items.js';

// JSON text has no -0; `binary` strings have lone surrogates and U+0000.
const anyJson = fc
  .jsonValue({ stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('canonicalJson', () => {
  it('gives every value back', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(parseStoredJson(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('does not depend on the order of properties, at any depth', () => {
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? value
        : Array.isArray(value)
          ? value.map(reversed)
          : Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, of]) => [name, reversed(of)]),
            );
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('writes what JSON.stringify writes, where names are in order and text is plain', () => {
    const value = {
      a: [1, 1e21, -0, true, null, undefined, NaN, Infinity],
      b: { c: 'é"\\\n😀' },
      d: undefined,
    };
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
  });

  it('leaves the provenance of a record out, and nothing of that name further in', () => {
    const record = pupil('A1', { extensions: { provenance: 'kept' } });
    expect(JSON.parse(contentJson(record))).toMatchObject({ extensions: { provenance: 'kept' } });
    expect(JSON.parse(contentJson(record))).not.toHaveProperty('provenance');
  });

  it('refuses what would nest too deep for PostgreSQL', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(expect.objectContaining({ code: 'invalid-item' }) as Error);
  });
});
