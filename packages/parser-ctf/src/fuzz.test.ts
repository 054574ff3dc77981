import { readFileSync } from 'node:fs';
import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema, UnreadableInputError } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBytes } from './__fixtures__/parse-text.js';

const whole = readFileSync(new URL('./__fixtures__/ctf-25-full.xml', import.meta.url));

/** Damage such as transfers and editors do: bytes changed, cut out, put in, a stretch repeated, the end lost. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'remove', 'insert', 'repeat', 'cut', 'swap'),
    at: fc.nat({ max: whole.length - 1 }),
    length: fc.nat({ max: 60 }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc
        .constantFrom('<', '>', '</', '&', ']]>', '<a>', '</Pupil>', '', '9', '-', ' ')
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function harm(
  bytes: Buffer,
  { kind, at, length, bytes: put }: { kind: string; at: number; length: number; bytes: Uint8Array },
): Buffer {
  const from = Math.min(at, bytes.length);
  const to = Math.min(from + length, bytes.length);
  const before = bytes.subarray(0, from);
  switch (kind) {
    case 'change':
      return Buffer.concat([before, put, bytes.subarray(Math.min(from + put.length, bytes.length))]);
    case 'remove':
      return Buffer.concat([before, bytes.subarray(to)]);
    case 'insert':
      return Buffer.concat([before, put, bytes.subarray(from)]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 'cut':
      return Buffer.from(before);
    default:
      // the text between two tags becomes something else, so that the file stays well formed
      return Buffer.from(
        bytes
          .toString('latin1')
          .replace(/>[^<>]+</g, (found, offset: number) =>
            offset > from && offset < from + 400
              ? `>${Buffer.from(put).toString('latin1').replace(/[<&>]/g, '!')}<`
              : found,
          ),
        'latin1',
      );
  }
}

describe('damaged files', () => {
  it('give records and issues that are fit for their schemas, or the error for unreadable input', async () => {
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (steps) => {
        const bytes = steps.reduce(harm, Buffer.from(whole));
        try {
          const { records, issues } = await parseBytes(bytes);
          readable++;
          for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
          for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
        } catch (error) {
          if (!(error instanceof UnreadableInputError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
    // else the test would look at nothing but refusals
    expect(readable).toBeGreaterThan(10);
  }, 60_000);
});
