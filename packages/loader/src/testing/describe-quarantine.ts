import { describe, expect, it } from 'vitest';
import type { SuiteContext } from './context.js';
import { all, issueAbout, mark, pupil, school, unreadable } from './items.js';

export function describeQuarantine(context: SuiteContext): void {
  describe('quarantine', () => {
    const ada = pupil('A1');
    const adas = mark(ada, '2026-09-01');

    it('keeps a record with an error whole, with all its issues, before or after it', async () => {
      const result = await context.load([issueAbout(ada, 'query'), pupil('B1'), ada, issueAbout(ada)]);
      expect(result).toMatchObject({
        received: 2,
        loaded: 1,
        quarantined: 1,
        issues: { error: 1, query: 1 },
      });
      const [kept, ...others] = await all(context.loader.quarantine({ school }));
      expect(others).toEqual([]);
      expect(kept).toMatchObject({ kind: 'pupil', reasons: ['error-issue'], state: 'open' });
      expect(kept?.record).toMatchObject({ ...ada, provenance: { place: { line: 1 } } });
      expect(kept?.issues).toEqual([issueAbout(ada, 'query'), issueAbout(ada)]);
    });

    it('loads records with queries and infos', async () => {
      expect(await context.load([ada, issueAbout(ada, 'query'), issueAbout(ada, 'info')])).toMatchObject({
        loaded: 1,
      });
    });

    it('takes a quarantined pupil’s records along, unless the pupil is in the store', async () => {
      expect(await context.load([ada, issueAbout(ada), adas])).toMatchObject({ loaded: 0, quarantined: 2 });
      expect((await all(context.loader.quarantine())).map(({ reasons }) => reasons)).toEqual([
        ['error-issue'],
        ['pupil-quarantined'],
      ]);
      await context.load([ada]);
      const late = mark(ada, '2026-09-02');
      expect(await context.load([{ ...ada, sex: 'X' }, issueAbout(ada), late])).toMatchObject({
        loaded: 1,
        quarantined: 1,
      });
    });

    it('knows a pupil that could not be read as a pupil in quarantine', async () => {
      await context.load([adas, unreadable(ada.key)]);
      const reasons = (await all(context.loader.quarantine())).map((kept) => [kept.kind, ...kept.reasons]);
      expect(reasons).toEqual([
        ['attendance-mark', 'pupil-quarantined'],
        ['unreadable', 'unreadable'],
      ]);
    });

    it('keeps every record that is unreadable, even two alike', async () => {
      const result = await context.load([unreadable('x'), unreadable('x'), unreadable('x', { raw: 1 })]);
      expect(result).toMatchObject({ received: 3, loaded: 0, quarantined: 3 });
      expect(await all(context.loader.quarantine())).toHaveLength(3);
    });

    it('keeps records of a pupil that is nowhere', async () => {
      expect(await context.load([adas, pupil('A1', { school: '8568888' })])).toMatchObject({
        loaded: 1,
        quarantined: 1,
      });
      const [kept] = await all(context.loader.quarantine());
      expect(kept).toMatchObject({ reasons: ['pupil-missing'] });
    });

    it('lets the first of several with one key stand', async () => {
      const items = [ada, { ...ada, sex: 'M' }, { ...ada }, { ...ada, sex: 'M' }, adas];
      expect(await context.load(items)).toMatchObject({
        byKind: { pupil: { received: 4, loaded: 1, unchanged: 1, quarantined: 2 } },
      });
      expect((await all(context.loader.records('pupil')))[0]?.record.sex).toBe('F');
      const kept = await all(context.loader.quarantine());
      expect(kept.map(({ reasons }) => reasons)).toEqual([['duplicate-key'], ['duplicate-key']]);
      expect(await context.load(items)).toMatchObject({ loaded: 0, unchanged: 3, quarantined: 2 });
      expect(await all(context.loader.quarantine({ state: 'all' }))).toHaveLength(2);
    });

    it('marks a record as resolved by the load that had it right', async () => {
      const bad = await context.load([ada, issueAbout(ada), adas]);
      const still = await context.load([ada, issueAbout(ada)]);
      const good = await context.load([{ ...ada, surname: 'Sample' }, adas]);
      expect(await all(context.loader.quarantine())).toEqual([]);
      const closed = await all(context.loader.quarantine({ state: 'resolved' }));
      expect(closed).toMatchObject([
        { kind: 'pupil', firstLoadId: bad.loadId, lastLoadId: still.loadId, closedLoadId: good.loadId },
        {
          kind: 'attendance-mark',
          firstLoadId: bad.loadId,
          lastLoadId: bad.loadId,
          closedLoadId: good.loadId,
        },
      ]);
    });

    it('lets a record that came again, and is still wrong, supersede the one before', async () => {
      await context.load([ada, issueAbout(ada)]);
      await context.load([{ ...ada, sex: 'X' }, issueAbout(ada)]);
      expect(await all(context.loader.quarantine())).toMatchObject([{ record: { sex: 'X' } }]);
      expect(await all(context.loader.quarantine({ state: 'superseded' }))).toMatchObject([
        { record: { sex: 'F' } },
      ]);
    });
  });
}
