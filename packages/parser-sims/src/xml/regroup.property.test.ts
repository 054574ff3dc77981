import type { CanonicalRecord } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { own, parseText, report } from '../__fixtures__/parse.js';
import { Regroup, type ReportRow } from './regroup.js';

interface Listed {
  readonly pupil: number;
  readonly contact: string | undefined;
  readonly need: string | undefined;
  readonly nation: string | undefined;
}

const listed: fc.Arbitrary<Listed> = fc.record({
  pupil: fc.nat({ max: 5 }),
  contact: fc.option(fc.constantFrom('Ann', 'Ben', 'Cat'), { nil: undefined }),
  need: fc.option(fc.constantFrom('ASD', 'HI', 'VI'), { nil: undefined }),
  nation: fc.option(fc.constantFrom('GBR', 'FRA'), { nil: undefined }),
});

function recordXml({ pupil, contact, need, nation }: Listed): string {
  const element = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${text}</${name}>`;
  return [
    element('primary_id', String(pupil)),
    element('Legal_x0020_Surname', `Exampleton${pupil}`),
    element('Contact_x0020_Surname', contact),
    element('SEN_x0020_Need', need),
    element('Nationality', nation),
  ].join('');
}

/** What a report says, whatever the order of its records. */
function said(records: readonly CanonicalRecord[]): string[] {
  return records
    .map((record) => {
      const plain = own(record);
      if (record.kind === 'pupil') plain.nationalities = record.nationalities?.toSorted();
      return JSON.stringify([record.key, Object.entries(plain).sort()]);
    })
    .sort();
}

describe('records of a report', () => {
  it('say the same in any order, and each thing once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(listed, { minLength: 1, maxLength: 30 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
            ),
          ),
        async ([rows, shuffled]) => {
          const one = await parseText(report(...rows.map(recordXml)));
          const other = await parseText(report(...shuffled.map(recordXml)));
          expect(said(other.records)).toEqual(said(one.records));
          const keys = one.records.map(({ kind, key }) => `${kind} ${key}`);
          expect(new Set(keys).size).toBe(keys.length);
          const expected = new Set(
            rows.flatMap(({ pupil, contact, need }) => [
              `pupil ${pupil}`,
              ...(contact === undefined ? [] : [`contact ${pupil} ${contact}`]),
              ...(need === undefined ? [] : [`need ${pupil} ${need}`]),
            ]),
          );
          expect(keys.length).toBe(expected.size);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('Regroup', () => {
  const row = (name: string, i: number): ReportRow => ({ cells: [name], place: { line: i + 1 } });

  it('gives every row once, a pupil’s in order and together while they are within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (names, limit) => {
          const regroup = new Regroup(limit);
          const groups: (readonly ReportRow[])[] = [];
          names.forEach((name, i) => {
            const given = regroup.add(name, row(name ?? '', i));
            if (given.length > 0) groups.push(given);
          });
          groups.push(...regroup.rest());
          const lines = groups.flat().map(({ place }) => place.line);
          expect(lines.toSorted((a, b) => Number(a) - Number(b))).toEqual(names.map((_, i) => i + 1));
          for (const group of groups) {
            const own = group.map(({ place }) => Number(place.line));
            expect(own).toEqual(own.toSorted((a, b) => a - b));
            expect(new Set(group.map(({ cells }) => cells[0])).size).toBe(1);
          }
          if (limit >= names.length) {
            const named = groups.filter(([first]) => first?.cells[0] !== '');
            expect(named.length).toBe(new Set(names.filter((name) => name !== undefined)).size);
          }
        },
      ),
    );
  });

  it('holds no more rows than its limit', () => {
    const regroup = new Regroup(100);
    let held = 0;
    for (let i = 0; i < 10_000; i++) {
      held += 1 - regroup.add(String(i % 700), row('', i)).length;
      expect(held).toBeLessThanOrEqual(100);
    }
  });
});
