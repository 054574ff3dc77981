import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';

const words = fc.constantFrom(
  '',
  ' ',
  '0',
  'true',
  'student',
  'parent',
  'tobedeleted',
  '2026-02-30',
  '31/12/1999',
  '"a,b"',
  '"{UPN:D856412326001},{x:y}"',
  '{:}',
  '__proto__',
  'x'.repeat(60),
  'D856412326001',
  'É',
  'a,b',
  '\n',
);

/** Cells of the fixture in place of others, headings too, so that its values make no sense. */
const swaps = fc.array(fc.record({ at: fc.nat({ max: 400 }), word: words }), { minLength: 1, maxLength: 12 });

describe('files whose values make no sense', () => {
  it.each(['users-1.2.csv', 'users-1.1.csv', 'demographics.csv', 'roles.csv', 'enrollments.csv', 'orgs.csv'])(
    '%s gives items that are fit for their schemas, or the error for unreadable input',
    async (name) => {
      const whole = fixture(name).toString();
      const places = [...whole.matchAll(/(?<=[,\n])[^,\n"]*(?=[,\n])/g)];
      let readable = 0;
      await fc.assert(
        fc.asyncProperty(swaps, async (list) => {
          let text = whole;
          // From the end, so that the places before stay where they are
          const chosen = new Map(list.map(({ at, word }) => [at % places.length, word]));
          for (const [at, word] of [...chosen].sort(([a], [b]) => b - a)) {
            const found = places[at]!;
            text = text.slice(0, found.index) + word + text.slice(found.index + found[0].length);
          }
          try {
            const { records, issues } = await parseBytes(text);
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
      expect(readable).toBeGreaterThan(15);
    },
    60_000,
  );
});
