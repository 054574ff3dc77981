import type { Pupil } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLoader } from '../loader.js';
import type { SuiteContext } from './context.js';
import { all, batchesOf, issueAbout, mark, pupil, school } from './items.js';

const day = (number: number): string => `2026-09-${String(number).padStart(2, '0')}T00:00:00.000Z`;

export function describeVersions(context: SuiteContext): void {
  describe('versions', () => {
    const ada = (surname: string): Pupil => pupil('A1', { surname });
    const key = ada('').key;
    const surnames = async (at: string, basis: 'known' | 'valid'): Promise<(string | undefined)[]> =>
      (await all(context.loader.recordsAt('pupil', { at, basis }))).map(({ record }) => record.surname);
    const current = async (): Promise<(string | undefined)[]> =>
      (await all(context.loader.records('pupil'))).map(({ record }) => record.surname);

    it('keep what a newer file replaced, with the file that each came from', async () => {
      const first = await context.load([ada('One')], { asOf: day(1), file: { name: 'one.xml' } });
      const second = await context.load([ada('Two')], { asOf: day(5), file: { name: 'two.xml' } });
      expect(second).toMatchObject({ loaded: 1, unchanged: 0, outdated: 0 });
      expect(await current()).toEqual(['Two']);
      const history = await context.loader.history('pupil', { school, key });
      expect(history).toMatchObject([
        {
          record: { surname: 'Two' },
          file: { name: 'two.xml' },
          validFrom: day(5),
          validTo: null,
          ended: null,
        },
        {
          record: { surname: 'One' },
          file: { name: 'one.xml' },
          loadId: first.loadId,
          validFrom: day(1),
          validTo: day(5),
          ended: 'changed',
        },
      ]);
      expect(history[1]!.knownTo).toBe(history[0]!.knownFrom);
      expect(await surnames(day(1), 'valid')).toEqual(['One']);
      expect(await surnames('2026-09-04T23:59:59Z', 'valid')).toEqual(['One']);
      expect(await surnames(day(5), 'valid')).toEqual(['Two']);
      expect(await surnames('2026-08-31T00:00:00Z', 'valid')).toEqual([]);
      expect(await surnames(history[1]!.knownFrom!, 'known')).toEqual(['One']);
      expect(await surnames(history[0]!.knownFrom!, 'known')).toEqual(['Two']);
      expect(await surnames('2001-01-01', 'known')).toEqual([]);
    });

    it('never let an older file overwrite a newer one, and lose nothing of it', async () => {
      await context.load([ada('New')], { asOf: day(9) });
      const older = await context.load([ada('Old'), mark(ada('Old'), '2026-09-01')], { asOf: day(3) });
      expect(older).toMatchObject({ received: 2, loaded: 1, unchanged: 1, quarantined: 0, outdated: 1 });
      expect(await current()).toEqual(['New']);
      const before = await context.loader.history('pupil', { school, key });
      expect(before).toMatchObject([
        { record: { surname: 'New' }, ended: null },
        {
          record: { surname: 'Old' },
          ended: 'outdated',
          validFrom: day(3),
          validTo: day(9),
          knownFrom: null,
        },
      ]);
      // The same again, by another file, is nothing new; one between the two is.
      await context.load([ada('Old')], { asOf: day(3) });
      await context.load([ada('Old')], { asOf: day(4) });
      expect(await context.loader.history('pupil', { school, key })).toEqual(before);
      await context.load([ada('Between')], { asOf: day(6) });
      for (const [at, surname] of [
        [3, 'Old'],
        [5, 'Old'],
        [6, 'Between'],
        [8, 'Between'],
        [9, 'New'],
      ] as const)
        expect([at, await surnames(day(at), 'valid')]).toEqual([at, [surname]]);
    });

    it('end where a full file leaves a record out, and its pupil takes all along', async () => {
      const [a, b] = [pupil('A1'), pupil('B1')];
      const elsewhere = pupil('C1', { school: '8569998' });
      await context.load([a, mark(a, '2026-09-01'), b, mark(b, '2026-09-01'), elsewhere], { asOf: day(1) });
      const partial = await context.load([a], { asOf: day(2) });
      expect(partial.closed).toBe(0);
      const full = await context.load([a], { asOf: day(3), scope: 'full' });
      expect(full).toMatchObject({ received: 1, loaded: 0, unchanged: 1, closed: 2 });
      // The marks of a pupil who is there are of a kind that the file hasn't got.
      expect(await context.loader.count('attendance-mark')).toBe(1);
      expect((await all(context.loader.records('pupil'))).map(({ record }) => record.key)).toEqual([
        elsewhere.key,
        a.key,
      ]);
      const [gone] = await context.loader.history('pupil', { school, key: b.key });
      expect(gone).toMatchObject({ ended: 'gone', validFrom: day(1), validTo: day(3) });
      expect(await all(context.loader.recordsAt('pupil', { at: day(2), basis: 'valid' }))).toHaveLength(3);
      expect(await all(context.loader.recordsAt('pupil', { at: day(3), basis: 'valid' }))).toHaveLength(2);
      // An older file doesn't bring it back; a newer one does.
      const older = await context.load([{ ...b, forename: 'Older' }], { asOf: day(2) });
      expect(older).toMatchObject({ loaded: 0, unchanged: 1, outdated: 1 });
      expect(await context.loader.count('pupil')).toBe(2);
      expect(await context.load([b], { asOf: day(4) })).toMatchObject({ loaded: 1 });
      expect(
        (await context.loader.history('pupil', { school, key: b.key })).map(({ ended }) => ended),
      ).toEqual([null, 'outdated', 'gone']);
    });

    it('go on for what is in quarantine, or what a newer file brought', async () => {
      const [a, b, c] = [pupil('A1'), pupil('B1'), pupil('C1')];
      await context.load([a, b], { asOf: day(1) });
      await context.load([c], { asOf: day(9) });
      const faulty = { ...b, surname: 'Faulty' };
      const full = await context.load([a, faulty, issueAbout(faulty)], { asOf: day(5), scope: 'full' });
      expect(full).toMatchObject({ quarantined: 1, closed: 0 });
      expect(await context.loader.count('pupil')).toBe(3);
    });

    it('don’t end by the dozen: a full file that is cut short closes nothing, and says so', async () => {
      const many = Array.from({ length: 30 }, (_, n) => pupil(`M${n}`));
      await context.load(many, { asOf: day(1) });
      const cut = await context.load(many.slice(0, 15), { asOf: day(2), scope: 'full' });
      expect(cut).toMatchObject({ closed: 0, unchanged: 15, issues: { error: 0, query: 1, info: 0 } });
      const [issue] = await all(context.loader.issues(cut.loadId));
      expect(issue).toMatchObject({ code: 'full-file-closes-too-much', severity: 'query' });
      expect(issue!.message).toContain('15 of 30 records of kind pupil');
      expect(await context.loader.count('pupil')).toBe(30);
      const bold = createLoader({ store: context.store, settings: { closeShare: 1 } });
      const told = await bold.load(batchesOf(many.slice(0, 15)), { asOf: day(3), scope: 'full' });
      expect(told).toMatchObject({ closed: 15, issues: { query: 0 } });
    });

    it('are what they must be after files in any order', { timeout: 120_000 }, async () => {
      const file = fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        surnames: fc.record({ A1: fc.constantFrom('X', 'Y', 'Z'), B1: fc.constantFrom('X', 'Y', 'Z') }),
      });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(file, { selector: ({ day }) => day, minLength: 1, maxLength: 5 }),
          async (files) => {
            // A school of its own for every run, since a store is dear.
            const laestab = `8${String(100_000 + round++)}`;
            const known: { at: string; surnames: Record<string, string> }[] = [];
            for (const [index, { day: number, surnames }] of files.entries()) {
              const records = Object.entries(surnames).map(([upn, surname]) =>
                pupil(upn, { surname, school: laestab }),
              );
              await context.load(records, { asOf: day(number) });
              const upToNow = files.slice(0, index + 1).sort((a, b) => a.day - b.day);
              known.push({
                at: (await context.loader.ledger({ school: laestab, limit: 1 }))[0]!.finishedAt!,
                surnames: Object.assign({}, ...upToNow.map((one) => one.surnames)) as Record<string, string>,
              });
            }
            const asObject = (
              list: readonly { record: { upn?: string | undefined; surname?: string | undefined } }[],
            ): unknown => Object.fromEntries(list.map(({ record }) => [record.upn, record.surname]));
            const query = { school: laestab };
            expect(asObject(await all(context.loader.records('pupil', query)))).toEqual(
              known.at(-1)!.surnames,
            );
            for (const { at, surnames } of known)
              expect(asObject(await all(context.loader.recordsAt('pupil', { ...query, at })))).toEqual(
                surnames,
              );
            // By the files' dates: what all files up to that day say together.
            const sorted = [...files].sort((a, b) => a.day - b.day);
            for (const { day: number } of sorted) {
              const expected = Object.assign(
                {},
                ...sorted.filter((one) => one.day <= number).map((one) => one.surnames),
              ) as object;
              const valid = context.loader.recordsAt('pupil', { ...query, at: day(number), basis: 'valid' });
              expect(asObject(await all(valid))).toEqual(expected);
            }
          },
        ),
        { numRuns: 12 },
      );
    });
  });
}
