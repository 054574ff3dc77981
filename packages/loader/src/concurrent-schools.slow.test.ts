import type { Contact, Pupil } from '@rollbook/model';
import { UnreadableInputError, type Batch, type Item } from '@rollbook/parser-kit';
import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoader, type Loader } from './loader.js';
import type { LoadOptions } from './load-options.js';
import { openPostgresStore } from './open-postgres-store.js';
import type { Store } from './store.js';
import { all, batchesOf, issueAbout, mark, pupil, unknownFile } from './testing/items.js';
import { findTestDatabase } from './testing.js';

const database = await findTestDatabase('two hundred schools at once');
const SCHOOLS = 200;
const PUPILS = 50;
const CLIENTS = 8;
const DAYS = ['2026-09-07', '2026-09-08', '2026-09-09'];

const schoolOf = (n: number): string => String(9_990_000 + n);

function contactOf(of: Pupil): Contact {
  return {
    kind: 'contact',
    key: `${of.key}|1`,
    pupilKey: of.key,
    ...(of.school === undefined ? {} : { school: of.school }),
    provenance: { file: unknownFile, place: { line: 5 } },
    priority: 1,
    surname: 'Sample',
    forename: 'Kim',
  };
}

/** A school's file: of its pupils one in each file is in error. */
function* fileOf(n: number, version: string): Generator<Item, void, undefined> {
  const school = schoolOf(n);
  for (let i = 0; i < PUPILS; i++) {
    const one = pupil(`${n}-${i}`, {
      school,
      surname: version,
      forename: `Fore${i}`,
      birthDate: `20${10 + (n % 8)}-0${1 + (i % 9)}-${10 + (n % 19)}`,
    });
    yield one;
    yield contactOf(one);
    for (const day of DAYS) yield mark(one, day, '/', { school });
    if (i === 7) yield issueAbout(one);
  }
}
const RECORDS = PUPILS * (2 + DAYS.length);
const REJECTED = 2 + DAYS.length;

function options(n: number, version: string): LoadOptions {
  const sha256 = hash('sha256', `${n} ${version}`);
  return { file: { sha256, version, name: `school-${n}.xml` }, asOf: AS_OF[version]! };
}
const AS_OF: Record<string, string> = {
  old: '2026-07-01T08:00:00Z',
  first: '2026-09-10T08:00:00Z',
  second: '2026-09-11T08:00:00Z',
};

async function* cutShort(n: number): AsyncGenerator<Batch> {
  yield* batchesOf([...fileOf(n, 'cut')].slice(0, 100), 50);
  throw new UnreadableInputError('made-up-cut-short', 'Cut short.', { help: 'Send it again.' });
}

type Task = (loader: Loader) => Promise<unknown>;

/** All that a school sends, in the order in which it comes. */
function tasksOf(n: number): Task[] {
  const send =
    (version: string): Task =>
    (loader) =>
      loader.load(batchesOf(fileOf(n, version)), options(n, version));
  return [
    ...(n % 4 === 0 ? [send('old')] : []),
    send('first'),
    ...(n % 5 === 0 ? [send('first')] : []),
    ...(n % 7 === 0
      ? [(loader: Loader) => expect(loader.load(cutShort(n))).rejects.toThrow('Cut short.')]
      : []),
    ...(n % 3 === 0 ? [send('second')] : []),
  ];
}

describe.skipIf(database === undefined)(
  'two hundred schools, loaded by eight clients',
  { timeout: 180_000 },
  () => {
    const stores: Store[] = [];
    beforeAll(async () => {
      await database!.create();
      for (let i = 0; i < CLIENTS; i++) {
        stores.push(
          await openPostgresStore({ connectionString: database!.connectionString, maxConnections: 2 }),
        );
      }
    }, 60_000);
    afterAll(async () => {
      await Promise.all(stores.map((store) => store.close()));
      await database!.drop();
    }, 60_000);

    it('are all there, each as its newest file has it, and the ledger balances', async () => {
      const queues = Array.from({ length: SCHOOLS }, (_, n) => tasksOf(n));
      const waiting = queues.map((_, n) => n);
      const started = performance.now();
      await Promise.all(
        stores.map(async (store) => {
          // Each brings the schema up to date first, all at the same time.
          const loader = createLoader({ store });
          for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
            for (const task of queues[n]!) await task(loader);
          }
        }),
      );
      const seconds = (performance.now() - started) / 1000;
      console.log(`${queues.flat().length} files of ${SCHOOLS} schools in ${seconds.toFixed(1)} s`);

      const loader = createLoader({ store: stores[0]! });
      const ledger = await loader.ledger({ limit: 10_000 });
      expect(ledger).toHaveLength(queues.flat().length);
      for (const entry of ledger) {
        if (entry.state === 'failed') {
          expect(entry).toMatchObject({ received: 0, failure: { code: 'made-up-cut-short' } });
          continue;
        }
        expect(entry).toMatchObject({ state: 'merged', received: RECORDS, quarantined: REJECTED });
        expect(entry.loaded + entry.unchanged + entry.quarantined).toBe(RECORDS);
      }
      const count = (test: (n: number) => boolean): number =>
        Array.from({ length: SCHOOLS }, (_, n) => n).filter(test).length;
      expect(ledger.filter(({ state }) => state === 'failed')).toHaveLength(count((n) => n % 7 === 0));
      expect(ledger.filter(({ skipped }) => skipped)).toHaveLength(count((n) => n % 5 === 0));

      expect(await loader.count('pupil')).toBe(SCHOOLS * (PUPILS - 1));
      expect(await loader.count('contact')).toBe(SCHOOLS * (PUPILS - 1));
      expect(await loader.count('attendance-mark')).toBe(SCHOOLS * (PUPILS - 1) * DAYS.length);
      for (let n = 0; n < SCHOOLS; n++) {
        const pupils = await all(loader.records('pupil', { school: schoolOf(n) }));
        const newest = n % 3 === 0 ? 'second' : 'first';
        expect(pupils.map(({ record }) => [record.upn, record.surname]).sort()).toEqual(
          Array.from({ length: PUPILS }, (_, i) => [`${n}-${i}`, newest])
            .filter((_, i) => i !== 7)
            .sort(),
        );
      }
      expect(
        await stores[0]!.read(
          `SELECT relname FROM pg_class WHERE relnamespace = 'rollbook_stage'::regnamespace AND relkind = 'r'`,
        ),
      ).toEqual([]);
      expect(seconds).toBeLessThan(60);
    });
  },
);
