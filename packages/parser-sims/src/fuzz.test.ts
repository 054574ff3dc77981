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
  '31/02/2015',
  '99999',
  'NULL',
  'True',
  '2026-02-30T00:00:00',
  'D856412326001',
  'x'.repeat(60),
  '\\',
  '__proto__',
  'constructor',
  'Total',
  'Adno',
  'É',
  '=1+1',
  '99999999999999999999',
);
/** A text of the fixture in place of another, so that the file stays well formed and its values make no sense. */
const swaps = fc.array(fc.record({ at: fc.nat({ max: 800 }), word: words }), { minLength: 1, maxLength: 12 });

const files: readonly (readonly [name: string, pattern: RegExp, put: (word: string) => string])[] = [
  ['report.xml', />[^<>\s][^<>]*</g, (word) => `>${word}<`],
  ['report.xml', /name="[^"]*"/g, (word) => `name="${word}"`],
  ['session-attendances.xml', />[^<>\s][^<>]*</g, (word) => `>${word}<`],
  ...[
    'pupils.csv',
    'contacts.csv',
    'exclusions.csv',
    'marks-long.csv',
    'marksheet.csv',
    'session-columns.csv',
  ].map((name) => [name, /(?<=^|,)[^,"\r\n]+(?=,|\r?$)/gm, (word: string) => word] as const),
  ['marks-string.tsv', /(?<=^|\t)[^\t\r\n]+(?=\t|\r?$)/gm, (word) => word],
];

describe('files whose values make no sense', () => {
  it.each(files)(
    '%s gives items that are fit for their schemas, or the error for unreadable input: %s',
    async (name, pattern, put) => {
      const whole = fixture(name).toString();
      const places = [...whole.matchAll(pattern)];
      expect(places.length).toBeGreaterThan(10);
      let readable = 0;
      await fc.assert(
        fc.asyncProperty(swaps, async (list) => {
          let text = whole;
          // From the end, so that the places before stay where they are
          const chosen = new Map(list.map(({ at, word }) => [at % places.length, word]));
          for (const [at, word] of [...chosen].sort(([a], [b]) => b - a)) {
            const found = places[at]!;
            text = text.slice(0, found.index) + put(word) + text.slice(found.index + found[0].length);
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
        { numRuns: 100 },
      );
      // else the test would look at nothing but refusals
      expect(readable).toBeGreaterThan(20);
    },
    60_000,
  );
});
