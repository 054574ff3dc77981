import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from './find-fault.js';
import type { JsonSegment, JsonValue } from './json-value.js';
import { scanJson, verdict } from './scan-json.test-support.js';

const pieces = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });
const indent = fc.constantFrom(undefined, 1, '\t', '\r\n', '\r');
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ab"\\/{}[],:\u0000\n\ud83d\ude00'), maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'data', '', '~/'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** What JSON can hold of it in well-formed text, as text: `toEqual` doesn't see a key `__proto__`. */
const shown = (each: unknown) =>
  JSON.stringify(
    JSON.parse(JSON.stringify(each).replace(/\\\\|\\ud[89a-f]../g, (m) => (m === '\\\\' ? m : '\\ufffd'))),
  );

describe('the JSON scanner', () => {
  it('reads what JSON.stringify wrote, cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), value, indent, pieces, (data, other, indent, pieces) => {
        const text = JSON.stringify({ before: other, data, after: other }, null, indent);
        const records = scanJson(text, { pieces });
        expect(records.map(({ value }) => shown(value))).toEqual(data.map(shown));
        expect(records.map(({ segments }) => segments)).toEqual(data.map((_, i) => ['data', i]));
        const lines = text.split(/\r\n|\r|\n/);
        for (const { line, column, value } of records) {
          const start = JSON.stringify(value, null, indent).charAt(0);
          expect(lines[line - 1]?.charAt(column - 1)).toBe(start);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every scalar to onValue when nothing is a record', () => {
    fc.assert(
      fc.property(value, pieces, (value, pieces) => {
        const expected: string[] = [];
        const visit = (each: unknown, path: readonly JsonSegment[]): void => {
          if (Array.isArray(each)) each.forEach((item, i) => visit(item, [...path, i]));
          else if (typeof each === 'object' && each !== null) {
            for (const [key, member] of Object.entries(each)) visit(member, [...path, key]);
          } else expected.push(shown([path, each]));
        };
        visit(value, []);
        const found: string[] = [];
        const onValue = (path: readonly JsonSegment[], each: JsonValue) => found.push(shown([path, each]));
        scanJson(JSON.stringify(value), { isRecord: () => false, onValue, pieces });
        expect(found).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('calls every beginning of a document truncated', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), indent, fc.nat(), pieces, (data, indent, at, pieces) => {
        const text = JSON.stringify({ data, end: data }, null, indent);
        const cut = text.slice(0, at % text.length);
        expect(verdict(cut, { pieces })).toMatch(/^json-truncated /);
      }),
      { numRuns: 1500 },
    );
  });

  it('accepts and refuses mutated documents as JSON.parse does, wherever they are cut and whatever is a record', () => {
    const snippet = fc.constantFrom(
      ...'{}[],:"\\/ \n\t0-+.eE1xé\u0000\u00a0',
      'true',
      'null',
      '""',
      '\\u12',
      '01',
      '//',
      ',"a":1',
    );
    const mutation = fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 1, 2), snippet });
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 2 });
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), mutations, pieces, (data, mutations, pieces) => {
        let text = JSON.stringify({ data, x: data });
        for (const { at, cut, snippet } of mutations) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + snippet + text.slice(from + cut);
        }
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (isJson) accepted++;
        else refused++;
        expect(findJsonFault(text) === -1).toBe(isJson);
        for (const isRecord of [undefined, () => false, () => true]) {
          const options = isRecord === undefined ? {} : { isRecord };
          const whole = verdict(text, options);
          expect(whole === 'accepted').toBe(isJson);
          expect(verdict(text, { ...options, pieces })).toBe(whole);
        }
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  });

  it('finds nothing but unreadable input in noise', () => {
    const unit = fc.constantFrom(...'{}[],:"\\ \n01-+.eEtrufalsn', '\u0000', '\u{1F600}', '"a":');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 50 }), fc.boolean(), pieces, (text, lines, pieces) => {
        expect(verdict(text, { lines, pieces })).toBe(verdict(text, { lines }));
      }),
      { numRuns: 3000 },
    );
  });
});
