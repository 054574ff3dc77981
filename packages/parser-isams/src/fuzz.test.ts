import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';

const words = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1',
  'NULL',
  'True',
  '2026-11-02T08:40:00',
  '2026-02-30T00:00:00',
  '0001-01-01T00:00:00',
  '100312345601',
  'x'.repeat(60),
  '\\',
  '__proto__',
  'É',
  '99999999999999999999',
);

/** A text of the fixture in place of another, so that the file stays well formed and its values make no sense. */
const swaps = fc.array(fc.record({ at: fc.nat({ max: 400 }), word: words }), { minLength: 1, maxLength: 12 });

describe('files whose values make no sense', () => {
  it.each(['batch-full.xml', 'batch-full.json', 'batch-faults.xml', 'rest-students.json'])(
    '%s gives items that are fit for their schemas, or the error for unreadable input',
    async (name) => {
      const whole = fixture(name).toString();
      const pattern = name.endsWith('.xml') ? />[^<>\s][^<>]*</g : /: (?:"[^"]*"|-?\d+|true|false|null)/g;
      const places = [...whole.matchAll(pattern)];
      let readable = 0;
      await fc.assert(
        fc.asyncProperty(swaps, async (list) => {
          let text = whole;
          // From the end, so that the places before stay where they are.
          const chosen = new Map(list.map(({ at, word }) => [at % places.length, word]));
          for (const [at, word] of [...chosen].sort(([a], [b]) => b - a)) {
            const found = places[at]!;
            const put = name.endsWith('.xml') ? `>${word}<` : `: ${JSON.stringify(word)}`;
            text = text.slice(0, found.index) + put + text.slice(found.index + found[0].length);
          }
          try {
            const { records, issues } = await parseBytes(Buffer.from(text));
            readable++;
            for (const record of records)
              expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
            for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
          } catch (error) {
            if (!(error instanceof UnreadableInputError)) throw error;
          }
        }),
        { numRuns: 150 },
      );
      // else the test would look at nothing but refusals
      expect(readable).toBeGreaterThan(100);
    },
    60_000,
  );
});
