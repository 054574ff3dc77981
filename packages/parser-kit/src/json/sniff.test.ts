import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffJson } from './sniff.js';

const page = JSON.stringify({
  data: [{ id: 'A1', upn: 'x', contact: { data: { email: 'a' } } }, { other: 1 }],
  meta: { pagination: { next: null }, includes: [] },
  flags: [1, 'a'],
});

describe('sniffJson', () => {
  it('gives the keys of an object and of what is in it', () => {
    const found = sniffJson(page);
    expect(found).toMatchObject({ kind: 'object', keys: ['data', 'meta', 'flags'], lines: false });
    expect([...found!.keysWithin]).toEqual([
      ['data', ['id', 'upn', 'contact']],
      ['meta', ['pagination', 'includes']],
    ]);
  });

  it('gives the keys of the first item of an array', () => {
    expect(sniffJson(' [ {"id":1,"a":[{"k":1}],"b":{"c":1}}, {"x":1}]')).toMatchObject({
      kind: 'array',
      keys: [],
      firstItemKeys: ['id', 'a', 'b'],
    });
    expect(sniffJson('[1, {"a":1}]')).toMatchObject({ firstItemKeys: ['a'] });
    expect(sniffJson('[]')).toMatchObject({ kind: 'array', firstItemKeys: [] });
  });

  it('knows newline-delimited JSON', () => {
    expect(sniffJson('{"a":1,"b":2}\n{"c":1}\n')).toMatchObject({
      kind: 'object',
      keys: ['a', 'b'],
      lines: true,
    });
  });

  it('reads a head cut anywhere: what it gives is a beginning of what the whole gives', () => {
    const whole = sniffJson(page)!;
    for (let length = 1; length < page.length; length++) {
      const found = sniffJson(page.slice(0, length))!;
      expect(found.kind).toBe('object');
      expect(whole.keys.slice(0, found.keys.length)).toEqual(found.keys);
      for (const [key, within] of found.keysWithin) {
        expect(whole.keysWithin.get(key)!.slice(0, within.length)).toEqual(within);
      }
    }
  });

  it('reads escapes in keys, and keys like __proto__', () => {
    expect(sniffJson('{"a\\u0062":1,"__proto__":{"x":1}}')).toMatchObject({ keys: ['ab', '__proto__'] });
  });

  it('takes what goes wrong further on for JSON still', () => {
    expect(sniffJson('{"data":[{"id":1}}, oops')).toMatchObject({ keys: ['data'] });
  });

  it.each(['', 'hello', '<a/>', 'a,b\n1,2', '[ID],[Name]\n1,2', '{rtf', '"text"', '12', '{a:1}'])(
    'says no to %j',
    (text) => {
      expect(sniffJson(text)).toBeUndefined();
    },
  );

  it('throws for no text, and is soon done', () => {
    const unit = fc.constantFrom(...'{}[],:"\\ab1 \n', '\ufeff');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 100 }), (text) => {
        sniffJson(text);
      }),
      { numRuns: 2000 },
    );
    const started = performance.now();
    for (const part of ['{', '[', '{"a":', '[{"a":1},', '"', '{"\\', ' ', '["\\"']) {
      sniffJson(part.repeat(65_536 / part.length));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
