import type { Item } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { LoaderError } from '../errors.js';
import { finishPackage } from '../finish-package.js';
import { createLoader } from '../loader.js';
import type { Store } from '../store.js';
import { abandon, began } from './abandon.js';
import { everything, type SuiteContext } from './context.js';
import { all, batchesOf, fileFacts, issueAbout, mark, pupil } from './items.js';

/** A load that is merged in this very transaction. */
const MERGED_NOW = `SELECT state FROM rollbook.file_load
  WHERE state = 'merged' AND xmin::text = pg_current_xact_id_if_assigned()::xid::text`;

/** What is left in the schema of stages. */
async function stagesOf(store: Store): Promise<unknown[]> {
  return store.read(
    `SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('rollbook_stage') AND relkind = 'r'`,
  );
}

export function describePackages(context: SuiteContext): void {
  describe('a load as a package', () => {
    const ada = pupil('A1');
    const ben = pupil('B1', { forename: 'Ben' });
    const items = [ada, mark(ada, '2026-09-01'), ben, mark(ben, '2026-09-01', 'I'), issueAbout(ben)];

    it('goes by way of received, staged and matched, and leaves nothing behind', async () => {
      const { store, loader } = context;
      const seen: unknown[] = [];
      const look = async (): Promise<void> => {
        seen.push(...(await loader.ledger()).map(({ state, received }) => [state, received]));
      };
      async function* watched(): AsyncGenerator<Item[]> {
        // In PGlite a query would wait for the batches to end.
        if (store.id !== 'pglite') await look();
        yield await Promise.resolve([...items]);
      }
      const { loadId } = await loader.load(watched());
      await look();
      expect(seen).toEqual([...(store.id === 'pglite' ? [] : [['received', 0]]), ['merged', 4]]);
      expect(await stagesOf(store)).toEqual([]);
      expect(await loader.ledger()).toMatchObject([{ loadId, scope: 'partial', outdated: 0, closed: 0 }]);
    });

    it('is finished by resume, from the ledger alone, as if nothing had happened', async () => {
      const { store, loader } = context;
      await context.load(items, { file: fileFacts('a'), asOf: began.toISOString() });
      const straight = await everything(store);
      const [{ startedAt, finishedAt, ...whole }] = (await loader.ledger()) as [
        Awaited<ReturnType<typeof loader.ledger>>[0],
      ];
      expect(startedAt <= (finishedAt ?? '')).toBe(true);

      await store.transaction((session) => session.run('DROP SCHEMA rollbook, rollbook_stage CASCADE'));
      const after = createLoader({ store });
      await after.ledger();
      await abandon(store, items);
      expect(await after.ledger()).toMatchObject([{ state: 'staged', received: 0, finishedAt: null }]);
      expect(await after.count('pupil')).toBe(0);
      expect(await stagesOf(store)).not.toEqual([]);
      const settled = await after.resume();
      expect(settled).toMatchObject([whole]);
      expect(await after.ledger()).toEqual(settled);
      expect(withoutTimes(await everything(store))).toEqual(withoutTimes(straight));
      expect(await stagesOf(store)).toEqual([]);
      expect(await after.resume()).toEqual([]);
      expect(await after.load(batchesOf(items), { file: fileFacts('a') })).toMatchObject({
        skipped: true,
        repeatOf: whole.loadId,
      });
    });

    it('fails as interrupted when it wasn’t staged, and its file can be loaded again', async () => {
      const { store, loader } = context;
      await loader.ledger();
      await abandon(store, undefined);
      expect(await loader.resume()).toMatchObject([
        { state: 'failed', failure: { code: 'interrupted', place: {} }, file: { name: 'file-a.xml' } },
      ]);
      expect(await context.load(items, { file: fileFacts('a') })).toMatchObject({
        loaded: 2,
        repeatOf: null,
      });
    });

    it.each([
      ['were emptied by a crash', 'TRUNCATE'],
      ['are gone', 'DROP TABLE'],
    ])('fails as interrupted when its tables %s', async (_, verb) => {
      const { store, loader } = context;
      await loader.ledger();
      const loadId = await abandon(store, items);
      await store.transaction((session) => session.run(`${verb} rollbook_stage."l${loadId}_pupil"`));
      expect(await loader.resume()).toMatchObject([{ state: 'failed', failure: { code: 'interrupted' } }]);
      expect(await loader.count('attendance-mark')).toBe(0);
      expect(await stagesOf(store)).toEqual([]);
    });

    it('loses no issue silently when the server crashed under a living process', async () => {
      const { store, loader } = context;
      await loader.ledger();
      const loadId = await abandon(store, [issueAbout(undefined)]);
      await store.transaction((session) => session.run(`TRUNCATE rollbook_stage."l${loadId}_issue"`));
      await expect(finishPackage(store, loadId, {})).rejects.toMatchObject({ code: 'ledger-unbalanced' });
    });

    it('is left alone while its process lives, and when it is too young', async () => {
      const { store, loader } = context;
      await loader.ledger();
      const loadId = await abandon(store, items);
      const release = await store.claim(loadId);
      expect(await loader.resume()).toEqual([]);
      await release?.();
      expect(await loader.resume({ olderThan: began })).toEqual([]);
      expect(await loader.resume({ olderThan: new Date(began.getTime() + 1) })).toHaveLength(1);
    });

    it('that fails uses one number and drops its tables', async () => {
      const { store, loader } = context;
      const mistake = new Error('mistake');
      const failing = context.load(items, {
        onProgress: ({ phase }) => {
          if (phase === 'merge') throw mistake;
        },
      });
      await expect(failing).rejects.toBe(mistake);
      const { loadId } = await context.load(items);
      expect(await loader.ledger()).toMatchObject([
        { loadId, state: 'merged' },
        { loadId: loadId - 1, state: 'failed', failure: { code: 'unexpected' } },
      ]);
      expect(await stagesOf(store)).toEqual([]);
    });

    it('is not finished twice', async () => {
      const { store, loader } = context;
      await loader.ledger();
      const loadId = await abandon(store, items);
      const both = await Promise.allSettled([
        finishPackage(store, loadId, {}),
        finishPackage(store, loadId, {}),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { name: 'LoaderError', code: 'interrupted' },
      });
      expect(await loader.count('pupil')).toBe(1);
      expect(await all(loader.quarantine())).toHaveLength(2);
    });

    it('that was staged before another of its school is merged in the order of resuming', async () => {
      const { store, loader } = context;
      await loader.ledger();
      const first = await abandon(store, items, 'a');
      const second = await context.load([pupil('C1')], { file: fileFacts('b') });
      await loader.resume();
      const orders = await store.read<{ load_id: number | string }>(
        'SELECT load_id FROM rollbook.file_load ORDER BY merged_order',
      );
      expect(orders.map((row) => Number(row.load_id))).toEqual([second.loadId, first]);
      // By the order of merging, the file that came in between is not the last that was loaded.
      expect(await context.load([pupil('C1')], { file: fileFacts('b') })).toMatchObject({ skipped: false });
    });

    it('is merged once more after a deadlock, and only then', async () => {
      const { store, loader } = context;
      await loader.ledger();
      const failing = (sqlState: string): { store: Store; attempts: () => number } => {
        let attempts = 0;
        return {
          attempts: () => attempts,
          store: {
            ...store,
            transaction: (work) =>
              store.transaction(async (session) => {
                const result = await work(session);
                const [row] = (await session.query<{ state: string }>(MERGED_NOW)).rows;
                // At the very end of merging, twice.
                if (row && ++attempts <= 2) throw new LoaderError('store-failed', 'Made up.', { sqlState });
                return result;
              }),
          },
        };
      };
      const deadlock = failing('40P01');
      expect(await createLoader({ store: deadlock.store }).load(batchesOf(items))).toMatchObject({
        loaded: 2,
      });
      expect(deadlock.attempts()).toBe(3);
      await store.transaction((session) => session.run('DROP SCHEMA rollbook, rollbook_stage CASCADE'));
      const refusal = failing('23514');
      const loading = createLoader({ store: refusal.store }).load(batchesOf(items));
      await expect(loading).rejects.toMatchObject({ sqlState: '23514' });
      expect(refusal.attempts()).toBe(1);
      expect(await createLoader({ store }).ledger()).toMatchObject([{ state: 'failed' }]);
    });

    it('is as of when the caller, the file or the clock says', async () => {
      const from = async (options: Parameters<typeof context.load>[1]): Promise<string> =>
        (await context.load([], options)).asOf;
      expect(await from({ asOf: '2026-09-01T10:00:00+01:00' })).toBe('2026-09-01T09:00:00.000Z');
      expect(await from({ asOf: '2026-09-01' })).toBe('2026-08-31T23:00:00.000Z');
      const before = new Date().toISOString();
      expect((await from({})) >= before).toBe(true);
      const [newest] = await context.loader.ledger({ limit: 1 });
      expect((newest?.asOf ?? '') >= before).toBe(true);
      await expect(from({ asOf: 'yesterday' })).rejects.toMatchObject({ code: 'invalid-option' });
    });
  });
}

/** Load numbers and moments differ from run to run. */
function withoutTimes(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (name, value: unknown) =>
      /_at$|_from$|_to$/.test(name) || name.endsWith('load_id') ? undefined : value,
    ),
  );
}
