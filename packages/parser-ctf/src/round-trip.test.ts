import { canonicalRecordSchema, type CanonicalRecord } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPupil, SCHOOL } from './__fixtures__/arbitrary-pupil.js';
import { parseText } from './__fixtures__/parse-text.js';
import { writeCtf } from './write-ctf.js';

/** What a record says, without where it came from and how it was written there. */
function said(record: CanonicalRecord): Partial<CanonicalRecord> {
  const copy: Partial<CanonicalRecord> = { ...record };
  delete copy.provenance;
  delete copy.sent;
  return copy;
}

function inOrder(records: readonly CanonicalRecord[]): unknown[] {
  return records
    .map((record) => ({ order: JSON.stringify([record.kind, record.key]), record: said(record) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ record }) => record);
}

describe('write, then parse', () => {
  it('gives equal records, each fit for its schema, and no issue', async () => {
    const pupils = fc.uniqueArray(arbitraryPupil, {
      minLength: 1,
      maxLength: 3,
      selector: ([pupil]) => pupil?.key,
    });
    await fc.assert(
      fc.asyncProperty(pupils, fc.constantFrom('15.0', '21.0', '26.0'), async (groups, version) => {
        const records = groups.flat();
        let xml = '';
        const header = {
          version,
          dateTime: '2026-01-15T09:30:00',
          sourceSchool: { la: SCHOOL.slice(0, 3), establishment: SCHOOL.slice(3), name: 'Example School' },
        };
        for await (const piece of writeCtf({ header, includeUnconfirmed: true }, records)) xml += piece;
        const parsed = await parseText(xml);
        for (const record of parsed.records)
          expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
        expect(inOrder(parsed.records.filter(({ kind }) => kind !== 'school'))).toEqual(inOrder(records));
        expect(parsed.issues.filter(({ code }) => code !== 'ctf-element-unknown')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
