import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import {
  changedSince,
  nameGone,
  type ChangedSinceOptions,
  type ExportChange,
  type ExportChanges,
} from './changed-since.js';
import { emptyExportState, idDigest, type ExportState } from './export-state.js';

async function run(
  state: ExportState,
  people: readonly NccisYoungPerson[],
  options: ChangedSinceOptions = {},
): Promise<{ given: ExportChange[]; end: ExportChanges }> {
  let end: ExportChanges | undefined;
  const given: ExportChange[] = [];
  for await (const change of changedSince(state, people, { ...options, onEnd: (one) => (end = one) }))
    given.push(change);
  return { given, end: end! };
}

const told = (given: readonly ExportChange[]): string[] =>
  given.map((one) => `${one.change} ${'person' in one ? one.person.youngPersonsId : ''}`.trim());

const ada: NccisYoungPerson = { youngPersonsId: '9990000000001', givenName: 'Ada', cohortStatus: 'P' };
const ben: NccisYoungPerson = { youngPersonsId: '9990000000002', givenName: 'Ben', cohortStatus: 'P' };
const cy: NccisYoungPerson = { youngPersonsId: '9990000000003', givenName: 'Cy', cohortStatus: 'P' };

describe('changedSince', () => {
  it('tells the new, the changed and the gone', async () => {
    const first = await run(emptyExportState(), [ada, ben]);
    expect(told(first.given)).toEqual(['new 9990000000001', 'new 9990000000002']);
    const second = await run(first.end.state, [{ ...ada, cohortStatus: 'T' }, cy], {
      exportedOn: '2026-11-30',
    });
    expect(told(second.given)).toEqual(['changed 9990000000001', 'new 9990000000003', 'gone']);
    expect(second.end).toMatchObject({
      received: 2,
      new: 1,
      changed: 1,
      unchanged: 0,
      untracked: 0,
      gone: 1,
    });
    expect(second.end.state).toMatchObject({ exportedOn: '2026-11-30', salt: first.end.state.salt });
    const gone = second.given.flatMap((one) => ('digest' in one ? [one.digest] : []));
    expect(gone).toEqual([idDigest(first.end.state, ben.youngPersonsId!)]);
    const ids = [ada, ben, cy].map(({ youngPersonsId }) => youngPersonsId!);
    expect([...nameGone(first.end.state, gone, ids).values()]).toEqual([ben.youngPersonsId]);
  });

  it('gives all in a full export, and still says what changed', async () => {
    const { end } = await run(emptyExportState(), [ada, ben]);
    const { given } = await run(end.state, [ada, { ...ben, givenName: 'Benny' }], { mode: 'full' });
    expect(told(given)).toEqual(['unchanged 9990000000001', 'changed 9990000000002']);
  });

  it('leaves the state before as it was', async () => {
    const { end } = await run(emptyExportState(), [ada]);
    const before = new Map(end.state.people);
    await run(end.state, [ben]);
    expect(end.state.people).toEqual(before);
  });

  it('tells two records of one id apart', async () => {
    const guaranteed = { ...ada, cohortStatus: 'G' };
    const { end } = await run(emptyExportState(), [ada, guaranteed]);
    expect(end.state.people.size).toBe(2);
    expect((await run(end.state, [ada, guaranteed])).given).toEqual([]);
    const one = await run(end.state, [ada]);
    expect(told(one.given)).toEqual(['gone']);
    const digest = one.given.flatMap((change) => ('digest' in change ? [change.digest] : []));
    expect([...nameGone(end.state, digest, [ada.youngPersonsId!]).values()]).toEqual([ada.youngPersonsId]);
  });

  it('gives one without an id each time', async () => {
    const nobody = { givenName: 'No' };
    const { end } = await run(emptyExportState(), [nobody]);
    expect(end.untracked).toBe(1);
    const again = await run(end.state, [nobody]);
    expect(told(again.given)).toEqual(['untracked undefined']);
  });

  it('refuses a day that is none', async () => {
    await expect(run(emptyExportState(), [], { exportedOn: '2026-11-31' })).rejects.toThrow(RangeError);
  });

  const anyPeople = fc.uniqueArray(
    fc.record(
      {
        youngPersonsId: fc.integer({ min: 1, max: 30 }).map((n) => `999${String(n).padStart(10, '0')}`),
        givenName: fc.string(),
        characteristics: fc.array(fc.constantFrom('110', '160')),
        activity: fc.record({ activityCode: fc.constantFrom('210', '619') }),
      },
      { requiredKeys: ['youngPersonsId'] },
    ),
    { selector: ({ youngPersonsId }) => youngPersonsId, maxLength: 15 },
  );

  it('gives nothing for people who didn’t change, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPeople.chain((people) =>
          fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
        ),
        async ([people, shuffled]) => {
          const { end } = await run(emptyExportState(), people);
          const again = await run(end.state, structuredClone(shuffled));
          expect(again.given).toEqual([]);
          expect(again.end).toMatchObject({ received: people.length, unchanged: people.length, gone: 0 });
        },
      ),
    );
  });

  it('brings whoever has the last export to the next by what it gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyPeople, anyPeople, async (before, now) => {
        const { end } = await run(emptyExportState(), before);
        const held = new Map<string, NccisYoungPerson>(before.map((one) => [one.youngPersonsId, one]));
        const { given } = await run(end.state, now);
        const gone: string[] = [];
        for (const one of given) {
          if ('digest' in one) gone.push(one.digest);
          else held.set(one.person.youngPersonsId!, one.person);
        }
        for (const id of nameGone(end.state, gone, [...held.keys()]).values()) held.delete(id);
        expect(held).toEqual(new Map(now.map((one) => [one.youngPersonsId, one])));
      }),
    );
  });
});
