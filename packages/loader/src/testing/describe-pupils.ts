import { contactKey, type Contact } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import type { PupilsQuery, PupilWithRecords } from '../pupils/pupil-with-records.js';
import type { SuiteContext } from './context.js';
import { all, fileFacts, mark, pupil, unknownFile } from './items.js';

export function describePupils(context: SuiteContext): void {
  describe('pupils with their records', () => {
    const other = '8569998';
    const read = async (query?: PupilsQuery): Promise<PupilWithRecords[]> =>
      (await all(context.loader.pupils(query))).flat();
    const keys = async (query?: PupilsQuery): Promise<string[]> =>
      (await read(query)).map(({ school, key }) => `${school} ${key}`);

    it('gives each with its own records in the model’s order, and their files', async () => {
      const ada = pupil('A1');
      const contact: Contact = {
        kind: 'contact',
        key: contactKey(ada.key, { surname: 'Example', forename: 'Con', relationship: 'PAM' }),
        ...{
          pupilKey: ada.key,
          school: ada.school!,
          surname: 'Example',
          forename: 'Con',
          relationship: 'PAM',
        },
        provenance: { file: unknownFile, place: { line: 3 } },
      };
      const marks = ['2026-09-22', '2026-09-21'].map((date) => mark(ada, date));
      const { loadId } = await context.load([ada, ...marks, contact, pupil('B1')], { file: fileFacts('a') });
      const [one, two, ...none] = await read();
      expect(none).toEqual([]);
      expect(one).toMatchObject({ school: '8569999', key: 'upn:A1', guid: null, lastLoadId: loadId });
      expect(one!.pupil).toMatchObject({ surname: 'Example', provenance: { file: fileFacts('a') } });
      expect(one!.records.map(({ kind }) => kind)).toEqual(['contact', 'attendance-mark', 'attendance-mark']);
      expect(one!.records[1]).toMatchObject({ date: '2026-09-21', provenance: { place: { line: 2 } } });
      expect(two).toMatchObject({ key: 'upn:B1', records: [] });
      const [some] = await read({ kinds: ['attendance-mark'] });
      expect(some!.records.map(({ kind }) => kind)).toEqual(['attendance-mark', 'attendance-mark']);
    });

    it('gives those of a school, or of none, after one, or at most so many', async () => {
      const nobodys = pupil('N1');
      delete nobodys.school;
      await context.load([pupil('A1'), pupil('A2'), pupil('B1', { school: other }), nobodys]);
      expect(await keys()).toEqual(['null upn:N1', `${other} upn:B1`, '8569999 upn:A1', '8569999 upn:A2']);
      expect(await keys({ school: other })).toEqual([`${other} upn:B1`]);
      expect(await keys({ school: null })).toEqual(['null upn:N1']);
      expect(await keys({ after: { school: other, key: 'upn:B1' }, limit: 1 })).toEqual(['8569999 upn:A1']);
      expect(await keys({ limit: 0 })).toEqual([]);
    });

    it('gives those with something new since a load', async () => {
      const [ada, ben] = [pupil('A1'), pupil('B1')];
      const { loadId: first } = await context.load([ada, ben, pupil('C1', { school: other })]);
      const { loadId: second } = await context.load([mark(ben, '2026-09-21')]);
      await context.load([ada, ben, mark(ben, '2026-09-21')]);
      expect(await keys({ changedSince: 0 })).toHaveLength(3);
      expect(await keys({ changedSince: first })).toEqual(['8569999 upn:B1']);
      expect(await keys({ changedSince: first, kinds: [] })).toEqual([]);
      expect(await keys({ changedSince: second })).toEqual([]);
    });

    it('gives pages of at most 200 and loses none between them', async () => {
      await context.load(Array.from({ length: 401 }, (_, i) => pupil(`U${i}`)));
      const pages = await all(context.loader.pupils());
      expect(pages.map(({ length }) => length)).toEqual([200, 200, 1]);
      expect(new Set(pages.flat().map(({ key }) => key)).size).toBe(401);
      expect((await keys({ limit: 201 })).length).toBe(201);
    });

    it('tells whose a pupil is', async () => {
      await context.load([pupil('A1')]);
      expect((await read())[0]).toMatchObject({ personId: null, guid: null });
    });

    it('stops with the signal’s reason', async () => {
      const reason = new Error('enough');
      await expect(read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
