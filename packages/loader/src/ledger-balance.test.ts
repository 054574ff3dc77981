import type { CanonicalRecord } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLoader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import type { Store } from './store.js';
import { all, batchesOf, issueAbout, mark, pupil, unreadable } from './testing/items.js';

let store: Store;
beforeAll(async () => {
  store = await openPgliteStore('memory://');
}, 60_000);
afterAll(() => store.close());

// Few names and few values, so that keys meet, repeat and contradict each other.
const upn = fc.constantFrom('A', 'B', 'C', 'D');
const school = fc.constantFrom('8560001', '8560002');
const record: fc.Arbitrary<CanonicalRecord> = fc.oneof(
  fc.record({ upn, school, sex: fc.constantFrom('F', 'M') }).map((of) => pupil(of.upn, of)),
  fc
    .record({
      upn,
      school,
      code: fc.constantFrom('/', 'I'),
      day: fc.constantFrom('2026-09-01', '2026-09-02'),
    })
    .map((of) => mark(pupil(of.upn), of.day, of.code, { school: of.school })),
  fc.record({ key: fc.constantFrom('upn:A', 'x'), school }).map((of) => unreadable(of.key, of)),
);
const item: fc.Arbitrary<Item> = fc.oneof(
  { weight: 5, arbitrary: record },
  {
    weight: 1,
    arbitrary: fc
      .tuple(record, fc.constantFrom('error', 'query', 'info'))
      .map(([about, severity]) => issueAbout(about, severity)),
  },
);
const file = fc.array(item, { maxLength: 25 });

it('balances whatever is sent, in whatever order, file after file', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
      await store.transaction((session) => session.run('DROP SCHEMA IF EXISTS rollbook CASCADE'));
      const loader = createLoader({ store });
      for (const items of files) {
        const records = items.filter((sent): sent is CanonicalRecord => 'kind' in sent);
        const result = await loader.load(batchesOf(items, 4));
        expect(result.received).toBe(records.length);
        expect(result.loaded + result.unchanged + result.quarantined).toBe(records.length);

        // Every record's content is in the store or in quarantine afterwards: nothing is lost.
        const kept = new Set<string>();
        for (const kind of ['pupil', 'attendance-mark'] as const) {
          for await (const stored of loader.records(kind)) kept.add(content(stored.record));
        }
        const open = await all(loader.quarantine());
        for (const quarantined of open) kept.add(content(quarantined.record));
        for (const sent of records) expect(kept).toContain(content(sent));
        expect(open.filter(({ lastLoadId }) => lastLoadId === result.loadId)).toHaveLength(
          result.quarantined,
        );

        // What is about a pupil has its pupil in the store.
        const orphans = await store.read(
          `SELECT m.key FROM rollbook.attendance_mark m WHERE NOT EXISTS
             (SELECT 1 FROM rollbook.pupil p WHERE p.school = m.school AND p.key = m.pupil_key)`,
        );
        expect(orphans).toEqual([]);

        const again = await loader.load(batchesOf(items, 7));
        expect(again).toMatchObject({
          loaded: 0,
          quarantined: result.quarantined,
          received: result.received,
        });
        expect((await all(loader.quarantine())).map(({ quarantineId }) => quarantineId)).toEqual(
          open.map(({ quarantineId }) => quarantineId),
        );
      }
    }),
    { numRuns: 15 },
  );
});

function content(record: CanonicalRecord): string {
  return JSON.stringify({ ...record, provenance: undefined }, Object.keys(record).sort());
}
