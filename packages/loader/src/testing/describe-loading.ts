import { describe, expect, it } from 'vitest';
import { everything, type SuiteContext } from './context.js';
import { all, fileFacts, issueAbout, mark, pupil, school } from './items.js';

export function describeLoading(context: SuiteContext): void {
  describe('loading', () => {
    const ada = pupil('A1');
    const ben = pupil('B1', { forename: 'Ben' });
    const items = [ada, mark(ada, '2026-09-01'), mark(ada, '2026-09-02', 'I'), ben, mark(ben, '2026-09-01')];

    it('loads every record of a file', async () => {
      const result = await context.load(items, { file: fileFacts('a') });
      expect(result).toMatchObject({
        received: 5,
        loaded: 5,
        unchanged: 0,
        quarantined: 0,
        byKind: { pupil: { received: 2, loaded: 2 }, 'attendance-mark': { received: 3, loaded: 3 } },
        repeatOf: null,
        skipped: false,
        school,
        sha256: 'a'.repeat(64),
      });
      expect(await context.loader.count('pupil')).toBe(2);
      const marks = await all(context.loader.records('attendance-mark', { school }));
      expect(marks.map(({ record }) => record.code)).toEqual(['/', 'I', '/']);
      expect(marks[0]?.record).toEqual({
        ...mark(ada, '2026-09-01'),
        provenance: { file: fileFacts('a'), place: { line: 2 } },
      });
    });

    it('changes nothing when the same file comes again, and says which load it repeats', async () => {
      const withError = [...items, issueAbout(ben)];
      const first = await context.load(withError, { file: fileFacts('a') });
      const before = await everything(context.store);
      const again = await context.load(withError, { file: fileFacts('a'), again: true });
      const skipped = await context.load(withError, { file: fileFacts('a') });
      const counts = { received: 5, loaded: 0, unchanged: 3, quarantined: 2, repeatOf: first.loadId };
      expect(again).toMatchObject({ ...counts, skipped: false, byKind: { pupil: { unchanged: 1 } } });
      expect(skipped).toMatchObject({
        ...counts,
        repeatOf: again.loadId,
        skipped: true,
        issues: first.issues,
        byKind: again.byKind,
      });
      expect(await everything(context.store)).toEqual(before);
      expect(await context.loader.ledger()).toHaveLength(3);
      expect(await all(context.loader.issues(skipped.loadId))).toEqual(
        await all(context.loader.issues(first.loadId)),
      );
    });

    it('finds the same content in another file unchanged, wherever it stands there', async () => {
      await context.load(items, { file: fileFacts('a') });
      const moved = { ...ada, provenance: { file: fileFacts('b'), place: { line: 99 } } };
      const reordered = Object.fromEntries(Object.entries(moved).reverse()) as typeof ada;
      const result = await context.load([reordered, ...items.slice(1)], { file: fileFacts('b') });
      expect(result).toMatchObject({ loaded: 0, unchanged: 5, repeatOf: null });
    });

    it('replaces what changed and keeps which load brought it first', async () => {
      const first = await context.load(items, { file: fileFacts('a') });
      const married = { ...ada, surname: 'Sample' };
      const second = await context.load([married, ...items.slice(1)], { file: fileFacts('b') });
      expect(second).toMatchObject({ loaded: 1, unchanged: 4 });
      const [stored] = await all(context.loader.records('pupil', { school, limit: 1 }));
      expect(stored).toMatchObject({
        firstLoadId: first.loadId,
        lastLoadId: second.loadId,
        record: { surname: 'Sample', provenance: { file: { name: 'file-b.xml' } } },
      });
      expect(await context.store.read('SELECT surname FROM rollbook.pupil ORDER BY key')).toEqual([
        { surname: 'Sample' },
        { surname: 'Example' },
      ]);
    });

    it('processes an old file again when another came in between', async () => {
      await context.load(items, { file: fileFacts('a') });
      await context.load([{ ...ada, surname: 'Sample' }], { file: fileFacts('b') });
      const result = await context.load(items, { file: fileFacts('a') });
      expect(result).toMatchObject({ loaded: 1, unchanged: 4, repeatOf: null, skipped: false });
    });

    it('skips a file although another school’s came in between', async () => {
      await context.load(items, { file: fileFacts('a') });
      await context.load([pupil('C1', { school: '8568888' })], { file: fileFacts('b') });
      expect(await context.load(items, { file: fileFacts('a') })).toMatchObject({ skipped: true });
    });

    it('does not take a file for a repeat when it went another way', async () => {
      await context.load(items, { file: fileFacts('a'), pipeline: 'rules 1' });
      const stricter = await context.load([...items, issueAbout(mark(ben, '2026-09-01'))], {
        file: fileFacts('a'),
        pipeline: 'rules 2',
      });
      expect(stricter).toMatchObject({ skipped: false, repeatOf: null, quarantined: 1, unchanged: 4 });
    });

    it('keeps schools apart, and records of no school under none or the one that is named', async () => {
      const nobodys = { ...ada };
      delete nobodys.school;
      await context.load([ada, { ...ada, school: '8568888', surname: 'Other' }, nobodys]);
      expect(await context.loader.count('pupil')).toBe(3);
      const schools = await all(context.loader.records('pupil'));
      expect(schools.map((stored) => stored.school)).toEqual([null, '8568888', school]);
      expect(await all(context.loader.records('pupil', { school: null }))).toHaveLength(1);
      const named = await context.load([nobodys, mark(ada, '2026-09-01')], { school });
      expect(named).toMatchObject({ school, received: 2, quarantined: 0 });
    });

    it('reads on page by page from any record', async () => {
      const many = Array.from({ length: 1203 }, (_, i) => pupil(String(i).padStart(5, '0')));
      await context.load(many);
      const keys = (await all(context.loader.records('pupil'))).map(({ record }) => record.key);
      expect(keys).toEqual(many.map(({ key }) => key));
      const rest = await all(
        context.loader.records('pupil', { after: { school, key: 'upn:01000' }, limit: 7 }),
      );
      expect(rest.map(({ record }) => record.upn)).toEqual(many.slice(1001, 1008).map(({ upn }) => upn));
    });

    it('loads a file with no records', async () => {
      const result = await context.load([issueAbout(undefined)], { file: fileFacts('a') });
      expect(result).toMatchObject({ received: 0, byKind: {}, issues: { error: 1, query: 0, info: 0 } });
      expect(await all(context.loader.issues(result.loadId))).toEqual([issueAbout(undefined)]);
    });
  });
}
