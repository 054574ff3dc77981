import { peopleInMemory } from '@rollbook/validate';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader, type Loader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import type { Store } from './store.js';
import { batchesOf, mark, pupil } from './testing/items.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const PERSONS = 20_000;
/** Pupils at one school alone, among the others. */
const OTHERS = 5000;
const MARKS = 2;
const schools = ['8569998', '8569999'] as const;
const MB = 1e6;

/** The records of a person, by number: at two schools, those after the first `PERSONS` at one. */
function* recordsOf(n: number) {
  const at = n < PERSONS ? schools : schools.slice(0, 1);
  for (const school of at) {
    const one = pupil(`U${n}`, {
      school,
      forename: `Fore${n}`,
      birthDate: `20${10 + (n % 8)}-0${1 + (n % 9)}-${10 + (n % 19)}`,
    });
    yield one;
    for (let day = 1; day <= MARKS; day++) yield mark(one, `2026-09-0${day}`, '/', { school });
  }
}

function* allRecords() {
  for (let n = 0; n < PERSONS + OTHERS; n++) yield* recordsOf(n);
}

describe('people of a large store', { timeout: 600_000 }, () => {
  let store: Store;
  let loader: Loader;
  beforeAll(async () => {
    store = await openPgliteStore('memory://');
    loader = createLoader({ store });
    await loader.load(batchesOf(allRecords()));
  }, 600_000);
  afterAll(() => store.close());

  it.each(['upn', 'identity'] as const)(
    'finds all of them by %s in memory that a page bounds',
    async (by) => {
      const seen = new Uint8Array(PERSONS);
      let marks = 0;
      collect();
      const before = process.memoryUsage().heapUsed;
      const started = performance.now();
      let peak = 0;
      let pages = 0;
      for await (const page of loader.people({ by })) {
        pages++;
        expect(page.length).toBeLessThanOrEqual(200);
        for (const { pupils } of page) {
          expect(pupils.map(({ pupil: one }) => one?.school)).toEqual(schools);
          const [here, there] = pupils;
          expect(here?.pupil?.upn).toBe(there?.pupil?.upn);
          seen[Number(here?.pupil?.upn?.slice(1))]! += 1;
          for (const group of pupils) marks += group.of('attendance-mark').length;
        }
        // What is still held with a page in hand, and not what waits to be collected.
        if (pages % 5 > 0) continue;
        collect();
        peak = Math.max(peak, process.memoryUsage().heapUsed - before);
      }
      console.info(
        `${PERSONS} persons by ${by}: ${((performance.now() - started) / 1000).toFixed(1)} s, ` +
          `at most ${(peak / MB).toFixed(1)} MB of heap`,
      );
      expect(pages).toBe(PERSONS / 200);
      expect(seen.every((times) => times === 1)).toBe(true);
      expect(marks).toBe(PERSONS * schools.length * MARKS);
      expect(peak).toBeLessThan(12 * MB);
    },
  );

  it('measures what would be more if all were held', () => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const people = peopleInMemory([...allRecords()]);
    collect();
    expect(people).toHaveLength(2 * PERSONS);
    expect(process.memoryUsage().heapUsed - before).toBeGreaterThan(4 * 12 * MB);
  });
});
