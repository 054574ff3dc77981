import { contactKey, type CanonicalRecord } from '@rollbook/model';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLoader } from '../loader.js';
import { openPgliteStore } from '../open-pglite-store.js';
import type { Store } from '../store.js';
import { batchesOf, pupil, unknownFile } from '../testing/items.js';
import { ensurePersonTables } from '../testing/person-tables.js';
import { applyPupils } from './apply-to-persons.js';

const PUPILS = 20_000;
let store: Store;
beforeAll(async () => {
  store = await openPgliteStore('memory://');
}, 60_000);
afterAll(() => store.close());

/** As full as a CTF has them, with two contacts each. */
function* records(): Generator<CanonicalRecord> {
  for (let i = 0; i < PUPILS; i++) {
    const address = { lines: [`${i} Sample Street`], postTown: 'Sampleton', postcode: 'ZZ1 1AA' };
    const phones = [{ number: `01160 ${i}`, type: 'H' }];
    const child = pupil(`U${i}`, {
      ...{ surname: `Sample${i}`, middleNames: 'M', preferredSurname: `Sample${i}`, preferredForename: 'A' },
      ...{ uln: `1${i}`, ethnicity: 'WBRI', ethnicitySource: 'P', religion: 'CH', medicalFlag: false },
      ...{ languages: [{ code: 'ENG', type: 'F' }], address, phones },
      emails: [{ address: `u${i}@example.invalid` }],
    });
    yield child;
    for (const forename of ['A', 'B']) {
      const contact = { surname: `Sample${i}`, forename, relationship: 'PAM' };
      yield {
        ...contact,
        ...{ kind: 'contact', key: contactKey(child.key, contact), pupilKey: child.key, address, phones },
        ...{ school: '8569999', provenance: { file: unknownFile, place: { line: 3 } } },
      };
    }
  }
}

it('holds all of 20,000 pupils, and writes nothing when nothing changed', { timeout: 240_000 }, async () => {
  const loader = createLoader({ store });
  await loader.load(batchesOf(records()));
  await store.transaction(async (session) => {
    await ensurePersonTables(session);
    await session.run(`
      INSERT INTO rollbook.person (person_id) SELECT gen_random_uuid() FROM generate_series(1, ${PUPILS});
      INSERT INTO rollbook.person_link (school, key, person_id, how)
        SELECT school, key, person_id, 'added'
        FROM (SELECT school, key, row_number() OVER (ORDER BY key) AS n FROM rollbook.pupil) p
        JOIN (SELECT person_id, row_number() OVER (ORDER BY person_id) AS n FROM rollbook.person) q USING (n)`);
  });
  const pupils = await store.read<{ school: string; key: string }>('SELECT school, key FROM rollbook.pupil');
  const started = performance.now();
  const { written } = await store.transaction((session) => applyPupils(session, pupils));
  const seconds = (performance.now() - started) / 1000;
  expect(written).toBe(PUPILS * 19);
  const micros = (seconds / written) * 1e6;

  const before = await heldMark();
  const again = await loader.load(batchesOf(records()));
  expect(again).toMatchObject({ loaded: 0 });
  expect(await heldMark()).toEqual(before);
  console.log(`held: ${written} values in ${seconds.toFixed(1)} s, ${micros.toFixed(0)} µs each`);
  // Some 14 µs alone on the machine.
  expect(micros).toBeLessThan(150);
});

/** Changes when any held row is written anew. */
async function heldMark(): Promise<unknown> {
  return store.read(`SELECT count(*) AS rows, max(xmin::text::bigint) AS newest FROM rollbook.person_held`);
}
