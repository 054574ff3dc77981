import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';

const words = fc.constantFrom(
  '""',
  '" "',
  '0',
  '-1',
  '1.5',
  '1e999',
  'null',
  'true',
  '[]',
  '{}',
  '[null]',
  '{"data":null}',
  '{"data":[1,"a",{}]}',
  '{"data":{"data":{"code":"x"}}}',
  '{"__proto__":1}',
  '"2026-02-30"',
  '{"date":"2026-02-28 00:00:00.000000"}',
  '{"date":5}',
  JSON.stringify('x'.repeat(60)),
  '"\\\\"',
  '"\\u0000"',
  '99999999999999999999',
);

/** Values of the fixture in place of others, so that the file stays JSON and its values make no sense. */
const swaps = fc.array(fc.record({ at: fc.nat({ max: 600 }), word: words }), { minLength: 1, maxLength: 12 });

describe('files whose values make no sense', () => {
  it.each(['students.json', 'pages.jsonl', 'faults.json', 'attendance.json'])(
    '%s gives items that are fit for their schemas',
    async (name) => {
      const whole = fixture(name).toString();
      const places = [...whole.matchAll(/: ?(?:"[^"\\]*"|-?\d+|true|false|null)/g)];
      await fc.assert(
        fc.asyncProperty(swaps, async (list) => {
          let text = whole;
          // From the end, so that the places before stay where they are
          const chosen = new Map(list.map(({ at, word }) => [at % places.length, word]));
          for (const [at, word] of [...chosen].sort(([a], [b]) => b - a)) {
            const found = places[at]!;
            text = `${text.slice(0, found.index)}:${word}${text.slice(found.index + found[0].length)}`;
          }
          const { records, issues } = await parseBytes(Buffer.from(text));
          expect(records.length + issues.length).toBeGreaterThan(0);
          for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
          for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
          expect(JSON.parse(JSON.stringify(records))).toEqual(records);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );
});
