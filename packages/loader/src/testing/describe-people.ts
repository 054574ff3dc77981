import { type PersonAcrossSchools, validatePeople } from '@rollbook/validate';
import { describe, expect, it } from 'vitest';
import type { SuiteContext } from './context.js';
import { all, mark, pupil } from './items.js';

/** Where the pupil records of persons stand, to be compared: a text for each person. */
export function placesOf(people: readonly PersonAcrossSchools[]): string[] {
  return people
    .map(({ pupils }) => pupils.map((group) => `${group.pupil?.school} ${group.pupil?.key}`).join())
    .sort();
}

export function describePeople(context: SuiteContext): void {
  describe('people at several schools', () => {
    const school = '8569998';
    const groupings = ['upn', 'identity'] as const;

    it('gives who stands there twice, with all records, so that rules find what is wrong', async () => {
      const here = pupil('A1');
      const there = pupil('A1', { school, birthDate: '2015-03-05' });
      await context.load([here, mark(here, '2026-09-21'), pupil('B1', { forename: 'Ben' })]);
      await context.load([there, mark(there, '2026-09-21', '/', { school })]);
      const people = context.loader.people({ by: 'upn' });
      const found = (await all(validatePeople(people, { asOf: '2026-10-01' }))).flat();
      expect(found.map(({ issue, record }) => [issue.code, record.school]).sort()).toEqual([
        ['birth-date-differs', '8569999'],
        ['present-at-two-schools', '8569999'],
      ]);
      expect(await all(context.loader.people({ by: 'identity' }))).toEqual([]);
    });

    it('finds one identity under two UPNs', async () => {
      await context.load([pupil('A1', { forename: 'ZOE\u0308' })]);
      await context.load([pupil('A2', { school, forename: ' Zoë' })]);
      const people = context.loader.people({ by: 'identity' });
      const found = (await all(validatePeople(people, { asOf: '2026-10-01' }))).flat();
      expect(found.map(({ issue }) => issue.code)).toEqual(['pupil-two-upns']);
    });

    it('gives each pupil its own records as they were sent, and none of another’s', async () => {
      // Keys of which one begins with another, which the store cuts, and which hold what it can't.
      const keys = ['id:1', 'id:10', `id:${'k'.repeat(700)}1`, `id:${'k'.repeat(700)}2`, 'id:\u0000\ud800'];
      const pupils = keys.flatMap((key, i) => [
        pupil('', { key, forename: `F${i}` }),
        pupil('', { key, forename: `F${i}`, school }),
      ]);
      const marks = pupils.flatMap((of) =>
        ['2026-09-21', '2026-09-22'].map((date) => mark(of, date, '/', { school: of.school })),
      );
      await context.load([...pupils, ...marks]);
      const people = (await all(context.loader.people({ by: 'identity' }))).flat();
      expect(people).toHaveLength(keys.length);
      const found = people.flatMap((person) => person.pupils.flatMap((group) => group.of('attendance-mark')));
      expect(found).toHaveLength(marks.length);
      for (const group of people.flatMap((person) => person.pupils)) {
        const own = group.of('attendance-mark');
        expect(own.map(({ date }) => date).sort()).toEqual(['2026-09-21', '2026-09-22']);
        for (const one of own) {
          expect({ school: one.school, key: one.pupilKey }).toEqual({
            school: group.pupil?.school,
            key: group.pupil?.key,
          });
        }
      }
    });

    it('gives who stands under no known school and under one', async () => {
      const nobodys = pupil('A1');
      delete nobodys.school;
      await context.load([nobodys, pupil('A1')]);
      const people = (await all(context.loader.people({ by: 'upn' }))).flat();
      expect(placesOf(people)).toEqual(['undefined upn:A1,8569999 upn:A1']);
    });

    it('gives pages of at most 200 and loses none between them', async () => {
      const many = Array.from({ length: 401 }, (_, i) => pupil(`U${i}`, { forename: `F${i}` }));
      await context.load(many);
      await context.load(many.map((one) => ({ ...one, school })));
      for (const by of groupings) {
        const pages = await all(context.loader.people({ by }));
        expect(pages.map(({ length }) => length)).toEqual([200, 200, 1]);
        expect(new Set(placesOf(pages.flat())).size).toBe(401);
      }
    });

    it('finds nobody in a store with nothing in it', async () => {
      for (const by of groupings) expect(await all(context.loader.people({ by }))).toEqual([]);
    });

    it('stops with the signal’s reason', async () => {
      const reason = new Error('enough');
      const signal = AbortSignal.abort(reason);
      for (const by of groupings) {
        await expect(all(context.loader.people({ by, signal }))).rejects.toBe(reason);
      }
    });
  });
}
