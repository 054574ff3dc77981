import type { CanonicalRecord, Contact, JsonValue, Pupil } from '@rollbook/model';
import { contactKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyPupils } from '../conflicts/apply-to-persons.js';
import { openArrivals } from '../conflicts/arrivals.js';
import type { DataGroup } from '../conflicts/data-groups.js';
import { decide, type Decision } from '../conflicts/decide.js';
import { decideArrivals } from '../conflicts/decide-arrivals.js';
import { processingRules, type ProcessingRule, type ProcessingSettings } from '../conflicts/settings.js';
import type { LoadOptions } from '../load-options.js';
import type { LoadResult } from '../load-result.js';
import { createLoader } from '../loader.js';
import type { SuiteContext } from './context.js';
import { all, batchesOf, pupil, unknownFile } from './items.js';
import { ensurePersonTables } from './person-tables.js';

const first = '8569999';
const second = '8568888';
const ada = '00000000-0000-4000-8000-00000000000a';
const by = 'An Officer';

const everywhere = (group: DataGroup, rule: ProcessingRule): ProcessingSettings => ({
  default: { [group]: rule },
});

function contact(of: Pupil, surname: string, fields: Partial<Contact> = {}): Contact {
  return {
    kind: 'contact',
    key: contactKey(of.key, { surname, forename: 'Con', relationship: 'PAM' }),
    pupilKey: of.key,
    ...(of.school === undefined ? {} : { school: of.school }),
    provenance: { file: unknownFile, place: { line: 3 } },
    surname,
    forename: 'Con',
    relationship: 'PAM',
    ...fields,
  };
}

export type ConflictsLoad = (
  items: readonly Item[],
  processing?: ProcessingSettings,
  options?: LoadOptions,
) => Promise<LoadResult>;

export function describeConflicts(context: SuiteContext, loadBy?: ConflictsLoad): void {
  describe('held values and conflicts', () => {
    const load: ConflictsLoad =
      loadBy ??
      ((items, processing, options) =>
        createLoader({
          store: context.store,
          settings: processing ? { processing } : {},
        }).load(batchesOf(items, 3), options));

    /** Links a stored pupil to a person by hand, as an officer's decision does. */
    const link = async (of: CanonicalRecord, personId = ada, settings: ProcessingSettings = {}) =>
      context.store.transaction(async (session) => {
        await ensurePersonTables(session);
        await session.query(
          `INSERT INTO rollbook.person (person_id) VALUES ($1::uuid) ON CONFLICT DO NOTHING`,
          [personId],
        );
        await session.query(
          `INSERT INTO rollbook.person_link (school, key, person_id, how) VALUES ($1, $2, $3::uuid, 'decision')`,
          [of.school ?? '', of.key, personId],
        );
        return applyPupils(session, [{ school: of.school ?? '', key: of.key }], { processing: settings });
      });

    const held = async (personId = ada): Promise<Record<string, JsonValue>> =>
      Object.fromEntries(
        (await context.loader.held(personId)).map(({ item, value }): [string, JsonValue] => [item, value]),
      );
    const keepsVersions = async (): Promise<boolean> =>
      (await context.store.read(`SELECT to_regclass('rollbook.record_version') AS t`))[0]?.t !== null;
    const open = () => all(context.loader.conflicts());
    const states = async () =>
      (await all(context.loader.conflicts({ state: 'all' }))).map(({ item, incoming, state }) => [
        item,
        incoming.value,
        state,
      ]);

    const here = pupil('A1', { address: { postcode: 'ZZ1 1AA' } });
    const there = { ...here, school: second };

    beforeEach(async () => {
      await load([here]);
      expect(await link(here)).toMatchObject({ written: 6, raised: 0 });
    });

    it('takes all of a person of whom nothing was held, with where it came from', async () => {
      expect(await held()).toEqual({
        upn: 'A1',
        surname: 'Example',
        forename: 'Ada',
        birthDate: '2015-03-04',
        sex: 'F',
        address: { postcode: 'ZZ1 1AA' },
      });
      const [value] = await context.loader.held(ada);
      expect(value).toMatchObject({ group: 'address', school: first, pupilKey: here.key, setBy: null });
      expect(await open()).toEqual([]);
      expect(await context.loader.held('no uuid')).toEqual([]);
    });

    it('takes nothing of a group that is not imported, not even then', async () => {
      const eve = pupil('E1', { medicalConditions: ['Made up'], medicalFlag: false });
      await load([eve]);
      const person = '00000000-0000-4000-8000-00000000000e';
      expect(await link(eve, person, everywhere('medical', 'dont-import'))).toMatchObject({ ignored: 2 });
      expect(await held(person)).not.toHaveProperty('medicalFlag');
    });

    it('puts what differs, and what is new, in conflict when no rule was set', async () => {
      await load([{ ...here, surname: 'Sample', middleNames: 'Eve', sex: '', uln: ' ', formerUpns: [] }]);
      expect(await held()).toMatchObject({ surname: 'Example', sex: 'F' });
      const [middle, surname, ...others] = await open();
      expect(others).toEqual([]);
      expect(middle).toMatchObject({ item: 'middleNames', held: null, group: 'names', kind: 'pupil' });
      expect(surname).toMatchObject({
        personId: ada,
        school: first,
        pupilKey: here.key,
        field: 'surname',
        held: { value: 'Example', source: { school: first, loadId: 1 } },
        incoming: { value: 'Sample', source: { school: first, loadId: 2 } },
        state: 'open',
        decidedBy: null,
      });
      expect(await all(context.loader.conflicts({ after: middle!.conflictId }))).toEqual([surname]);
      expect(await all(context.loader.conflicts({ limit: 1 }))).toEqual([middle]);
      expect(await all(context.loader.conflicts({ school: second }))).toEqual([]);
      expect(await all(context.loader.conflicts({ group: 'address' }))).toEqual([]);
      expect(await all(context.loader.conflicts({ personId: 'nobody' }))).toEqual([]);
      expect(await context.loader.conflictCounts()).toEqual([
        { school: first, group: 'names', conflicts: 2, persons: 1 },
      ]);
    });

    it('never takes away what a file leaves out', async () => {
      const { surname, address, ...less } = here;
      await load([less], { default: { names: 'always-import', address: 'always-import' } });
      expect(await held()).toMatchObject({ surname, address });
      expect(await open()).toEqual([]);
    });

    it('goes by the rule of the school', async () => {
      const settings: ProcessingSettings = {
        schools: { [second]: { address: 'always-import', names: 'import-if-empty' } },
      };
      await load([{ ...there, address: { postcode: 'ZZ2 2BB' }, middleNames: 'Eve', surname: 'Sample' }]);
      expect(await link(there, ada, settings)).toEqual({
        same: 4,
        written: 2,
        raised: 1,
        closed: 0,
        ignored: 0,
      });
      expect(await held()).toMatchObject({
        address: { postcode: 'ZZ2 2BB' },
        middleNames: 'Eve',
        surname: 'Example',
      });
      await load([{ ...here, address: { postcode: 'ZZ3 3CC' } }], settings);
      expect(await open()).toMatchObject([
        { item: 'surname', school: second },
        {
          item: 'address',
          school: first,
          held: { value: { postcode: 'ZZ2 2BB' }, source: { school: second } },
        },
      ]);
    });

    it('keeps one school’s address when another field of the other school changes', async ({ skip }) => {
      if (!(await keepsVersions())) skip();
      const settings = everywhere('address', 'always-import');
      await load([{ ...there, address: { postcode: 'ZZ2 2BB' } }]);
      await link(there, ada, settings);
      await load([{ ...here, uln: '1000000000' }], settings);
      expect(await held()).toMatchObject({ address: { postcode: 'ZZ2 2BB' } });
    });

    it('raises a conflict once, lets a newer value supersede it, and closes it when the school agrees', async () => {
      await load([{ ...here, surname: 'Sample' }]);
      await load([{ ...here, surname: 'Sample' }], undefined, { again: true });
      await load([{ ...here, surname: 'Sample', extensions: { Odd: 1 } }]);
      expect(await states()).toEqual([['surname', 'Sample', 'open']]);
      await load([{ ...here, surname: 'Other' }]);
      expect(await states()).toEqual([
        ['surname', 'Sample', 'superseded'],
        ['surname', 'Other', 'open'],
      ]);
      await load([here]);
      expect((await states()).map(([, , state]) => state)).toEqual(['superseded', 'gone']);
    });

    it('does not raise what was refused again, but another value', async () => {
      await load([{ ...here, surname: 'Sample' }]);
      const [conflict] = await open();
      expect(
        await context.loader.resolveConflict({
          id: conflict!.conflictId,
          decision: 'refuse',
          by,
          note: 'No.',
        }),
      ).toEqual([{ conflictId: conflict!.conflictId, personId: ada, state: 'refused' }]);
      const entry = (await all(context.loader.audit())).find(({ action }) => action === 'conflict-refused');
      expect(entry).toMatchObject({
        actor: by,
        school: first,
        details: {
          conflicts: [{ conflictId: conflict!.conflictId, group: 'names', kind: 'pupil', field: 'surname' }],
        },
      });
      expect(JSON.stringify(entry)).not.toMatch(/Sample|Example|A1|No\./);
      await load([here]);
      await load([{ ...here, surname: 'Sample' }]);
      expect(await open()).toEqual([]);
      expect(await held()).toMatchObject({ surname: 'Example' });
      await load([{ ...here, surname: 'Other' }]);
      expect(await states()).toEqual([
        ['surname', 'Sample', 'refused'],
        ['surname', 'Other', 'open'],
      ]);
      const [refused] = await all(context.loader.conflicts({ state: 'refused' }));
      expect(refused).toMatchObject({ decidedBy: by, note: 'No.', held: { value: 'Example', source: null } });
    });

    it('holds what was accepted, and answers whoever said the same', async () => {
      await load([{ ...there, surname: 'Sample' }]);
      await link(there);
      await load([{ ...here, surname: 'Sample' }]);
      const [one, other] = await open();
      expect([one!.school, other!.school]).toEqual([second, first]);
      await context.loader.resolveConflict({ ids: [one!.conflictId], decision: 'accept', by });
      const surname = (await context.loader.held(ada)).find(({ item }) => item === 'surname');
      expect(surname).toMatchObject({ value: 'Sample', school: second, setBy: by });
      expect((await states()).map(([, , state]) => state)).toEqual(['accepted', 'gone']);
    });

    it('decides on all of several conflicts or on none', async () => {
      await load([{ ...there, surname: 'Sample', forename: 'Eve' }]);
      await link(there);
      await load([{ ...here, surname: 'Other' }]);
      const ids = (await open()).map(({ conflictId }) => conflictId);
      expect(ids).toHaveLength(3);
      const resolve = (more: { ids: number[]; by?: string; decision?: 'accept' | 'refuse' }) =>
        context.loader.resolveConflict({ decision: 'accept', by, ...more });
      await expect(resolve({ ids })).rejects.toMatchObject({ code: 'conflicts-contradict' });
      await expect(resolve({ ids: [...ids, 999] })).rejects.toMatchObject({ code: 'unknown-conflict' });
      await expect(resolve({ ids, by: ' ' })).rejects.toMatchObject({ code: 'invalid-decision' });
      await expect(resolve({ ids: [] })).rejects.toMatchObject({ code: 'invalid-decision' });
      expect(await open()).toHaveLength(3);
      await resolve({ ids, decision: 'refuse' });
      await expect(resolve({ ids: [ids[0]!] })).rejects.toMatchObject({ code: 'conflict-closed' });
      expect(await held()).toMatchObject({ surname: 'Example', forename: 'Ada' });
    });

    it('lets the newest file win, whatever the order of files', async () => {
      const settings = everywhere('address', 'newest-wins');
      const at = (address: string) => ({ address: { postcode: address } });
      const postcode = async () => (await held()).address;
      await load([{ ...here, ...at('ZZ3 3CC') }], settings, { asOf: '2027-03-03T00:00:00Z' });
      expect(await postcode()).toEqual({ postcode: 'ZZ3 3CC' });
      await load([{ ...there, ...at('ZZ2 2BB') }], settings, { asOf: '2027-02-02T00:00:00Z' });
      expect(await link(there, ada, settings)).toMatchObject({ ignored: 1, written: 0 });
      expect(await postcode()).toEqual({ postcode: 'ZZ3 3CC' });
      await load([{ ...there, ...at('ZZ4 4DD') }], settings, { asOf: '2027-04-04T00:00:00Z' });
      expect(await postcode()).toEqual({ postcode: 'ZZ4 4DD' });
      expect(await open()).toEqual([]);
    });

    it('holds whole records by their own key, whichever school sends them', async () => {
      const settings = everywhere('contacts', 'import-if-empty');
      await load([here, contact(here, 'Carer'), contact(here, 'Other')], settings);
      expect(Object.keys(await held()).filter((item) => item.includes(':'))).toEqual([
        'contact:carer|con|PAM',
        'contact:other|con|PAM',
      ]);
      await load([there, contact(there, 'Carer', { title: 'Dr' }), contact(there, 'Other')]);
      await link(there, ada, settings);
      const [conflict, ...others] = await open();
      expect(others).toEqual([]);
      expect(conflict).toMatchObject({
        kind: 'contact',
        group: 'contacts',
        held: { value: { surname: 'Carer', forename: 'Con', relationship: 'PAM' } },
        incoming: { value: { surname: 'Carer', forename: 'Con', relationship: 'PAM', title: 'Dr' } },
      });
    });

    it('closes a conflict about a record that the school’s full file no longer has', async ({ skip }) => {
      if (!(await keepsVersions())) skip();
      const scope = { scope: 'full' } as const;
      await load([here, contact(here, 'Carer')], undefined, scope);
      expect(await open()).toMatchObject([{ item: 'contact:carer|con|PAM', held: null }]);
      await load([here, contact(here, 'Carer', { extensions: { Odd: 1 } })], undefined, scope);
      expect(await open()).toHaveLength(1);
      // A file closes records of the kinds that it has.
      await load([here, contact(here, 'Other')], undefined, scope);
      expect(await states()).toMatchObject([
        ['contact:carer|con|PAM', { surname: 'Carer' }, 'gone'],
        ['contact:other|con|PAM', { surname: 'Other' }, 'open'],
      ]);
    });

    it('takes several pupils of one person one after the other', async () => {
      const twice = { ...here, key: 'id:2', surname: 'Sample' };
      await load([twice, there]);
      const person = '00000000-0000-4000-8000-0000000000ff';
      await context.store.transaction(async (session) => {
        await session.query('INSERT INTO rollbook.person (person_id) VALUES ($1::uuid)', [person]);
        for (const one of [twice, there]) {
          await session.query(
            `INSERT INTO rollbook.person_link (school, key, person_id, how) VALUES ($1, $2, $3::uuid, $4)`,
            [one.school!, one.key, person, one === twice ? 'added' : 'identity'],
          );
        }
        const pupils = [twice, there].map(({ school, key }) => ({ school: school!, key }));
        expect(await applyPupils(session, pupils)).toEqual({
          same: 5,
          written: 6,
          raised: 1,
          closed: 0,
          ignored: 0,
        });
      });
      expect(await held(person)).toMatchObject({ surname: 'Sample' });
    });

    it('leaves nothing behind when the load fails', async () => {
      const mistake = new Error('mistake');
      const before = await held();
      const failing = createLoader({
        store: context.store,
        settings: { processing: everywhere('names', 'always-import') },
      }).load(
        (async function* () {
          yield await Promise.resolve([{ ...here, surname: 'Sample' }]);
          throw mistake;
        })(),
      );
      await expect(failing).rejects.toBe(mistake);
      expect(await held()).toEqual(before);
      expect(await open()).toEqual([]);
    });

    it('decides in SQL as `decide` does', async () => {
      const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z'];
      const values: [JsonValue | undefined, JsonValue][] = [
        ...([
          ['Ada', 'Ada'],
          ['Ada', 'Eve'],
          ['Ada', 'ADA'],
          [undefined, 'Eve'],
        ] as [string, string][]),
        ...([
          [
            { a: 1, b: [2] },
            { b: [2], a: 1 },
          ],
          [
            [1, 2],
            [2, 1],
          ],
          [false, false],
          [false, true],
        ] as [JsonValue, JsonValue][]),
      ];
      const dates = [early, late, null].flatMap((incoming) =>
        [early, late, null].map((date) => ({ held: date, incoming })),
      );
      const cases = processingRules.flatMap((rule) =>
        values.flatMap(([before, value]) => dates.map((one) => ({ rule, before, value, dates: one }))),
      );
      const rows = cases.map(({ rule, before, value, dates: at }, i) => ({
        person: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        ...{ school: rule, value, held_at: at.held, at: at.incoming },
        ...(before === undefined ? {} : { held: before }),
      }));
      const list = JSON.stringify(rows);
      const from = `jsonb_to_recordset($1::text::jsonb)
        AS c (person uuid, school text, held jsonb, value jsonb, held_at timestamptz, at timestamptz)`;
      const columns = 'person_id, data_group, item, value, school, key, load_id, as_of';
      const result = await context.store.transaction(async (session) => {
        await openArrivals(session);
        // Something else is held of each, so that nobody is fresh.
        await session.query(
          `INSERT INTO rollbook.person_held (${columns})
           SELECT person, 'names', 'forename', '"x"', '', '', 1, NULL FROM ${from}
           UNION ALL SELECT person, 'names', 'surname', held, '', '', 1, held_at FROM ${from} WHERE held IS NOT NULL`,
          [list],
        );
        await session.query(
          `INSERT INTO arrival (${columns}, added)
           SELECT person, 'names', 'surname', value, school, 'k', 2, at, false FROM ${from}`,
          [list],
        );
        const schools = Object.fromEntries(processingRules.map((rule) => [rule, { names: rule }]));
        return decideArrivals(session, { schools });
      });
      const after = await context.store.read<{ person_id: string; value: string | null; raised: boolean }>(
        `SELECT p.person_id, h.value::text AS value, c.conflict_id IS NOT NULL AS raised
         FROM (SELECT DISTINCT person_id FROM rollbook.person_held WHERE item = 'forename' AND load_id = 1
           AND school = '') p
         LEFT JOIN rollbook.person_held h ON h.person_id = p.person_id AND h.item = 'surname'
         LEFT JOIN rollbook.conflict c ON c.person_id = p.person_id ORDER BY p.person_id`,
      );
      const decisions = cases.map(({ rule, before, value, dates: at }) => decide(rule, before, value, at));
      expect(
        after.map(({ value, raised }) => [
          value === null ? undefined : (JSON.parse(value) as JsonValue),
          raised,
        ]),
      ).toEqual(
        cases.map(({ before, value }, i) => [
          decisions[i] === 'write' ? value : before,
          decisions[i] === 'conflict',
        ]),
      );
      const count = (wanted: Decision): number => decisions.filter((one) => one === wanted).length;
      expect(result).toEqual({
        same: count('same'),
        written: count('write'),
        raised: count('conflict'),
        closed: 0,
        ignored: count('ignore'),
      });
      expect(Math.min(result.same, result.written, result.raised, result.ignored)).toBeGreaterThan(20);
    });

    it('holds nothing of pupils without a person', async () => {
      await load([pupil('Z9')]);
      expect(await context.store.read('SELECT DISTINCT person_id FROM rollbook.person_held')).toEqual([
        { person_id: ada },
      ]);
    });
  });
}
