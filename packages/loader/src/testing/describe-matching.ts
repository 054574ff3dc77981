import type { Pupil } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { createLoader, type Loader } from '../loader.js';
import type { MatchingSettings } from '../matching/settings.js';
import { StageTables } from '../load-context.js';
import { failPackage } from '../load-package.js';
import { matchStaged } from '../matching/match-staged.js';
import { abandon, began } from './abandon.js';
import type { SuiteContext } from './context.js';
import { all, batchesOf, issueAbout, mark, pupil, school } from './items.js';

const other = '8569998';
const by = 'An Officer';

export function describeMatching(context: SuiteContext): void {
  describe('matching', () => {
    const loaderOf = (matching: MatchingSettings = {}): Loader =>
      createLoader({ store: context.store, settings: { matching } });
    const adding = { default: { addUnmatched: 'without-candidates' as const } };
    const ada = pupil('A1');
    const moved = (fields: Partial<Pupil> = {}): Pupil => pupil('A1', { school: other, ...fields });
    const personOf = async (at: string, key: string): Promise<string | null> => {
      for await (const page of context.loader.pupils({ school: at }))
        for (const one of page) if (one.key === key) return one.personId;
      return null;
    };
    const queue = (loader: Loader, state: 'open' | 'all' = 'open') => all(loader.unmatched({ state }));

    it('leaves each school alone unless it is asked for', async () => {
      await context.load([ada]);
      expect(await queue(context.loader, 'all')).toEqual([]);
      expect(await personOf(school, ada.key)).toBeNull();
    });

    it('queues whom it doesn’t know, and follows the decision in later loads', async () => {
      const loader = loaderOf();
      const ben = pupil('B1', { forename: 'Ben' });
      await loader.load(batchesOf([ada, ben]));
      const waiting = await queue(loader);
      expect(waiting).toMatchObject([
        { school, reason: 'nobody', pupil: { upn: 'A1' }, candidates: [], decidedBy: null },
        { school, reason: 'nobody', pupil: { upn: 'B1' } },
      ]);
      const [first, second] = waiting;
      const added = await loader.resolveMatch({ id: first!.id, decision: 'add', by, note: 'new in town' });
      expect(added).toMatchObject({ state: 'added', followed: [] });
      await loader.resolveMatch({ id: second!.id, decision: 'reject', by });
      expect(await queue(loader)).toEqual([]);
      expect(await queue(loader, 'all')).toMatchObject([
        { state: 'added', decidedBy: by, note: 'new in town' },
        { state: 'rejected', decidedBy: by },
      ]);
      // Its values are the council's now.
      expect((await loader.held(added.personId!)).map(({ item }) => item)).toContain('surname');
      await loader.load(
        batchesOf([
          { ...ada, surname: 'Changed' },
          { ...ben, surname: 'Changed' },
        ]),
      );
      expect(await queue(loader)).toEqual([]);
      expect(await personOf(school, ada.key)).toBe(added.personId);
      expect(await personOf(school, ben.key)).toBeNull();
      expect(await all(loader.conflicts())).toMatchObject([{ personId: added.personId, item: 'surname' }]);
      const trail = await all(loader.audit({ action: 'match-add' }));
      expect(trail).toMatchObject([{ actor: by }]);
    });

    it('links the same child of two schools, and by a former UPN', async () => {
      const loader = loaderOf(adding);
      await loader.load(batchesOf([ada]));
      const person = await personOf(school, ada.key);
      expect(person).not.toBeNull();
      await loader.load(batchesOf([moved({ surname: 'Married' })]));
      expect(await personOf(other, ada.key)).toBe(person);
      const third = pupil('C3', { school: '8569997', formerUpns: ['A1'] });
      await loader.load(batchesOf([third]));
      expect(await personOf('8569997', third.key)).toBe(person);
    });

    it('knows a child by what it was called before, and by what it is called now', async () => {
      const loader = loaderOf(adding);
      const same = { key: 'mis:1', school };
      await loader.load(batchesOf([{ ...ada, ...same }]));
      await loader.load(batchesOf([pupil('B1', { ...same, surname: 'Married' })]));
      const person = await personOf(school, 'mis:1');
      await loader.load(batchesOf([moved({ surname: 'Married' })]));
      expect(await personOf(other, ada.key)).toBe(person);
      const now = pupil('B1', { school: '8569997', surname: 'Married' });
      await loader.load(batchesOf([now]));
      expect(await personOf('8569997', now.key)).toBe(person);
    });

    it('never guesses: a mistyped UPN waits with the child as candidate, and an officer says who it is', async () => {
      const loader = loaderOf(adding);
      await loader.load(batchesOf([ada]));
      const person = await personOf(school, ada.key);
      const typo = pupil('A2', { school: other });
      await loader.load(batchesOf([typo]));
      const [entry] = await queue(loader);
      expect(entry).toMatchObject({ reason: 'nobody', candidates: [{ personId: person }] });
      const wrong = '00000000-0000-4000-8000-000000000000';
      for (const [resolution, code] of [
        [{ id: entry!.id, decision: 'match', personId: wrong, by }, 'unknown-person'],
        [{ id: entry!.id, decision: 'match', by }, 'invalid-decision'],
        [{ id: entry!.id, decision: 'add', by: ' ' }, 'invalid-decision'],
        [{ id: entry!.id, decision: 'reopen', by }, 'already-decided'],
        [{ id: 999_999, decision: 'add', by }, 'unknown-entry'],
      ] as const)
        await expect(loader.resolveMatch(resolution)).rejects.toMatchObject({ code });
      await loader.resolveMatch({ id: entry!.id, decision: 'match', personId: person!, by });
      expect(await personOf(other, typo.key)).toBe(person);
      await expect(loader.resolveMatch({ id: entry!.id, decision: 'add', by })).rejects.toMatchObject({
        code: 'already-decided',
      });
    });

    it('lets a child’s other pupils follow a decision', async () => {
      const loader = loaderOf();
      await loader.load(batchesOf([ada]));
      await loader.load(batchesOf([moved()]));
      const [first, second] = await queue(loader);
      const added = await loader.resolveMatch({ id: first!.id, decision: 'add', by });
      expect(added.followed).toEqual([second!.id]);
      expect(await personOf(other, ada.key)).toBe(added.personId);
      expect(await queue(loader)).toEqual([]);
    });

    it('lets them follow by an external id, by a UPN that either had before, and by who followed', async () => {
      const loader = loaderOf();
      const guid = { supplierIds: { guid: 'G1' } };
      const [first, byGuid, byFormer, stranger] = [
        { ...ada, ...guid },
        pupil('Z9', { school: other, surname: 'Else', birthDate: '2011-02-03', ...guid }),
        pupil('C3', { school: other, formerUpns: ['A1'] }),
        pupil('D4', { school: other, surname: 'Khan', forename: 'Maryam' }),
      ];
      await loader.load(batchesOf([first]));
      await loader.load(batchesOf([byGuid, byFormer, stranger]));
      const waiting = await queue(loader);
      const idOf = (upn: string): number => waiting.find((one) => one.pupil.upn === upn)!.id;
      const added = await loader.resolveMatch({ id: idOf('A1'), decision: 'add', by });
      expect(new Set(added.followed)).toEqual(new Set([idOf('Z9'), idOf('C3')]));
      expect(await personOf(other, byFormer.key)).toBe(added.personId);
      expect(await queue(loader)).toMatchObject([{ pupil: { upn: 'D4' } }]);
    });

    it('adds whom nobody resembles, though they share a birthday, and queues who has a name of someone', async () => {
      const loader = loaderOf(adding);
      await loader.load(batchesOf([ada]));
      const stranger = pupil('B1', { surname: 'Khan', forename: 'Maryam', sex: 'M' });
      const namesake = pupil('C1', { birthDate: '2015-03-05' });
      await loader.load(batchesOf([stranger, namesake]));
      expect(await personOf(school, stranger.key)).not.toBeNull();
      expect(await queue(loader)).toMatchObject([{ pupil: { upn: 'C1' }, candidates: [{}] }]);
    });

    it('takes back what rests on a load that comes to nothing', async () => {
      const loader = loaderOf(adding);
      await loader.ledger();
      const loadId = await abandon(context.store, [ada]);
      await context.store.transaction(async (session) => {
        await matchStaged(
          session,
          {
            ...{
              loadId,
              stages: new StageTables(loadId),
              received: new Map([['pupil', 1]]),
              schools: [school],
            },
            ...{ asOf: began.toISOString(), scope: 'partial', settings: { matching: adding } },
          },
          adding,
        );
      });
      await loader.load(batchesOf([moved()]));
      expect(await personOf(other, ada.key)).not.toBeNull();
      await context.store.transaction(async (session) => {
        await failPackage(session, loadId, { code: 'aborted' });
      });
      expect(await personOf(other, ada.key)).toBeNull();
      expect(await queue(loader)).toMatchObject([{ school: other, state: 'open', reason: 'nobody' }]);
      expect(await context.store.read('SELECT * FROM rollbook.person')).toEqual([]);
    });

    it('lets someone decide about who left every school, and about several', async () => {
      const loader = loaderOf(adding);
      const left = {
        kind: 'enrolment' as const,
        key: `${ada.key}/enrolment`,
        pupilKey: ada.key,
        school,
        provenance: ada.provenance,
      };
      await loader.load(batchesOf([ada, { ...left, entryDate: '2020-09-01', leavingDate: '2021-07-20' }]));
      await loader.load(batchesOf([moved()]));
      expect(await queue(loader)).toMatchObject([{ reason: 'inactive', candidates: [{}] }]);
    });

    it('matches nobody whose record goes to quarantine, and nothing of a load that comes to nothing', async () => {
      const loader = loaderOf(adding);
      await loader.load(batchesOf([ada, issueAbout(ada)]));
      expect(await context.store.read('SELECT * FROM rollbook.person')).toEqual([]);
      const twice = pupil('B1');
      await loader.load(batchesOf([twice, { ...twice, surname: 'Else' }]));
      expect(await context.store.read('SELECT count(*)::int AS n FROM rollbook.person')).toEqual([{ n: 1 }]);
      const failing = loader.load(batchesOf([pupil('C1'), mark(pupil('C1'), '2026-09-01'), {} as never]));
      await expect(failing).rejects.toMatchObject({ code: 'invalid-item' });
      expect(await context.store.read('SELECT count(*)::int AS n FROM rollbook.person')).toEqual([{ n: 1 }]);
    });

    it('is taken up by resume like the rest of a load', async () => {
      const loader = loaderOf(adding);
      await loader.ledger();
      await abandon(context.store, [ada]);
      await loader.resume();
      expect(await personOf(school, ada.key)).not.toBeNull();
    });

    it('makes one person of a child who comes from two schools at once', async () => {
      const loader = loaderOf(adding);
      await Promise.all([loader.load(batchesOf([ada])), loader.load(batchesOf([moved()]))]);
      expect(await personOf(school, ada.key)).toBe(await personOf(other, ada.key));
      expect(await context.store.read('SELECT count(*)::int AS n FROM rollbook.person')).toEqual([{ n: 1 }]);
    });
  });
}
