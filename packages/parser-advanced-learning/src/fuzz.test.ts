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
  'NULL',
  'true',
  '/\\',
  '\\',
  '31-02-2011',
  '2024-09-05T10:00:00',
  '40000',
  '540',
  '9999',
  'Test 2010',
  '2010/2011',
  'Total',
  'x'.repeat(60),
  '__proto__',
  'UPN',
  'SetId',
  'ContactId',
  'Street',
  'Type',
  'É',
  '99999999999999999999',
);
/** Words in place of cells, headings among them, so that values and meanings of columns make no sense. */
const swaps = fc.array(fc.record({ at: fc.nat({ max: 600 }), word: words }), { minLength: 1, maxLength: 12 });

describe('files whose values make no sense', () => {
  it.each([
    'progresso-learners.csv',
    'progresso-contacts.csv',
    'progresso-marks.csv',
    'progresso-exclusions.csv',
    'progresso-earlier-schools.csv',
    'cmis-students.csv',
    'cmis-attdetail.csv',
    'cmis-results.csv',
    'cmis-report.csv',
  ])(
    '%s gives items that are fit for their schemas, or the error for unreadable input',
    async (name) => {
      const lines = fixture(name)
        .toString()
        .split('\n')
        .map((line) => line.split(','));
      let readable = 0;
      await fc.assert(
        fc.asyncProperty(swaps, async (list) => {
          const rows = lines.map((cells) => [...cells]);
          for (const { at, word } of list) {
            const row = rows[at % rows.length]!;
            row[at % row.length] = word;
          }
          try {
            const { records, issues } = await parseBytes(
              Buffer.from(rows.map((cells) => cells.join(',')).join('\n')),
              name,
            );
            readable++;
            for (const record of records)
              expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
            for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
          } catch (error) {
            if (!(error instanceof UnreadableInputError)) throw error;
          }
        }),
        { numRuns: 80 },
      );
      // else the test would look at nothing but refusals
      expect(readable).toBeGreaterThan(15);
    },
    60_000,
  );
});
