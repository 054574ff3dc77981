import type { Pupil } from '@rollbook/model';
import { peopleInMemory } from '@rollbook/validate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader, type Loader } from './loader.js';
import { openPgliteStore } from './open-pglite-store.js';
import type { Store } from './store.js';
import { placesOf } from './testing/describe-people.js';
import { all, batchesOf, pupil } from './testing/items.js';

/** What every store promises of people is in the suite of `@rollbook/loader/testing`. */
describe('people of a store', { timeout: 120_000 }, () => {
  let store: Store;
  let loader: Loader;
  beforeAll(async () => {
    store = await openPgliteStore('memory://');
    loader = createLoader({ store });
  }, 120_000);
  afterAll(() => store.close());

  it('groups as in memory, also names that hold what a store can’t', async () => {
    const names = fc.constantFrom(
      'Zoë',
      'ZOE\u0308',
      '\u00a0zoë ',
      'İ',
      'i\u0307',
      'a\u0000',
      'A\u0000',
      ' ',
    );
    const upns = fc.constantFrom('A1', 'a1', 'B1');
    const pupils = fc.array(
      fc.record({
        upn: upns,
        surname: names,
        forename: names,
        birthDate: fc.constantFrom('2015-05-17', '2015-05-18'),
        sex: fc.constantFrom('F', 'M'),
      }),
      { minLength: 2, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pupils, async (changes) => {
        await loader.count('pupil');
        await store.transaction((session) => session.run('TRUNCATE rollbook.pupil'));
        const records = changes.map((change, i): Pupil => pupil('', { ...change, key: `id:${i}` }));
        await loader.load(batchesOf(records));
        const memory = peopleInMemory(records);
        for (const by of ['upn', 'identity'] as const) {
          const stored = (await all(loader.people({ by }))).flat();
          expect(placesOf(stored)).toEqual(placesOf(memory.filter((person) => person.by === by)));
        }
      }),
      { numRuns: 15 },
    );
  });
});
