import type { PupilWithRecords } from '@rollbook/loader';
import type { Issue } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { enrolment, participation, sen, withRecords } from './__fixtures__/pupils.js';
import { assertBalance, type SnapshotBalance } from './snapshot-balance.js';
import { peopleOf, youngPeople, type SnapshotPupils, type YoungPeopleOptions } from './young-people.js';

const options: YoungPeopleOptions = { leadLa: '856', date: '2026-10-31' };

const sixteen = (id: string | undefined, activity = '210'): PupilWithRecords =>
  withRecords([enrolment('8564001', '2021-09-01'), participation(activity, '2026-09-01')], {
    supplierIds: id === undefined ? {} : { youngPersonId: id },
  });
const born = (birthDate: string, id: string, records = sixteen(id).records): PupilWithRecords =>
  withRecords(records, { birthDate, supplierIds: { youngPersonId: id } });

async function run(
  pupils: SnapshotPupils,
  more: Partial<YoungPeopleOptions> = {},
): Promise<{ people: NccisYoungPerson[]; codes: string[]; balance: SnapshotBalance | undefined }> {
  let balance: SnapshotBalance | undefined;
  const issues: Issue[] = [];
  const items = youngPeople(pupils, { ...options, ...more, onBalance: (one) => (balance = one) });
  const people: NccisYoungPerson[] = [];
  for await (const person of peopleOf(items, (issue) => issues.push(issue))) people.push(person);
  return { people, codes: issues.map(({ code }) => code), balance };
}

const id = (n: number): string => `999${String(n).padStart(10, '0')}`;

describe('youngPeople', () => {
  it('takes pupils or pages of them', async () => {
    async function* pages(): AsyncGenerator<PupilWithRecords[]> {
      yield await Promise.resolve([sixteen(id(1)), sixteen(id(2))]);
      yield [];
      yield [sixteen(id(3))];
    }
    const { people, codes } = await run(pages());
    expect(people.map(({ youngPersonsId }) => youngPersonsId)).toEqual([id(1), id(2), id(3)]);
    expect(codes).toEqual([]);
    expect((await run([sixteen(id(1))])).people).toHaveLength(1);
  });

  it('leaves out with a reason, counts, and adds up', async () => {
    const pupils = [
      sixteen(id(1)),
      sixteen(undefined),
      sixteen(id(1)),
      sixteen(id(3), '650'),
      born('2014-01-10', id(4)),
      born('2006-01-10', id(5)),
      withRecords([], { birthDate: undefined as never, supplierIds: { youngPersonId: id(6) } }),
      born('1999-01-10', id(7)),
    ];
    const { people, codes, balance } = await run(pupils, { statuses: ['P', 'G'] });
    expect(people.map(({ youngPersonsId }) => youngPersonsId)).toEqual([id(1)]);
    expect(balance).toEqual({
      received: 8,
      written: 1,
      leftOut: {
        'id-missing': 1,
        repeated: 1,
        'activity-sensitive': 1,
        'too-young': 1,
        'plan-not-told': 1,
        'birth-date-missing': 1,
        'status-unwanted': 1,
      },
      withheld: { ethnicity: 1 },
    });
    expect(codes).toEqual([
      'profile-young-person-id-missing',
      'profile-young-person-repeated',
      'profile-activity-sensitive',
      'profile-plan-not-told',
      'profile-activity-missing',
      'profile-birth-date-missing',
      'profile-educated-la',
    ]);
  });

  it('writes those who aged out unless statuses are named', async () => {
    const { people } = await run([born('1999-01-10', id(7))]);
    expect(people).toMatchObject([{ cohortStatus: 'A' }]);
  });

  it('knows by a plan who of 18 and over is in the cohort', async () => {
    const records = [...sixteen(id(1)).records, sen('E', '2020-01-01')];
    const { people, balance } = await run([born('2006-01-10', id(1), records)], { sen: 'include' });
    expect(people).toMatchObject([{ cohortStatus: 'P', sendFlag: 'Y', senSupportFlag: 'N' }]);
    expect(balance?.withheld).toEqual({ ethnicity: 1 });
  });

  it('lets a record with status G stand beside another of the same id', async () => {
    const elsewhere = sixteen(id(1));
    const guaranteed = withRecords(
      [
        participation('110', '2021-09-01', '2026-08-31', { guaranteeStatus: '110' }),
        participation('210', '2026-09-01'),
      ],
      { supplierIds: { youngPersonId: id(1) }, surname: 'Elsewhere' },
    );
    const stranger = withRecords([], { surname: 'Elsewhere', supplierIds: { youngPersonId: id(2) } });
    const { people, balance } = await run([elsewhere, guaranteed, stranger], {
      resident: ({ pupil }) => pupil.surname !== 'Elsewhere',
    });
    expect(people.map(({ cohortStatus }) => cohortStatus)).toEqual(['P', 'G']);
    expect(balance).toMatchObject({ received: 3, written: 2, leftOut: { 'not-resident': 1 } });
  });

  it('stops with the signal’s reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const items = youngPeople([sixteen(id(1)), sixteen(id(2))], { ...options, signal: stop.signal });
    await items.next();
    stop.abort(reason);
    await expect(items.next()).rejects.toBe(reason);
  });

  it('gives the balance as its result too', async () => {
    const items = youngPeople([], options);
    expect(await items.next()).toEqual({
      done: true,
      value: { received: 0, written: 0, leftOut: {}, withheld: {} },
    });
  });

  it('balances for any pupils, and writes no id twice', async () => {
    const anyPupil = fc
      .record({
        n: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        birthDate: fc.constantFrom('2014-01-10', '2010-01-10', '2006-01-10', '1999-01-10', undefined),
        activity: fc.constantFrom('210', '650', '280'),
      })
      .map(({ n, birthDate, activity }) =>
        withRecords(sixteen(undefined, activity).records, {
          birthDate: birthDate as never,
          supplierIds: n === undefined ? {} : { youngPersonId: id(n) },
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(anyPupil, { maxLength: 12 }), async (pupils) => {
        const { people, balance } = await run(pupils);
        expect(balance!.received).toBe(pupils.length);
        expect(balance!.written).toBe(people.length);
        const left = Object.values(balance!.leftOut).reduce((sum, count) => sum + count, 0);
        expect(left + people.length).toBe(pupils.length);
        expect(new Set(people.map(({ youngPersonsId }) => youngPersonsId)).size).toBe(people.length);
      }),
    );
  });
});

describe('assertBalance', () => {
  it('throws when counts don’t add up', () => {
    expect(() => assertBalance({ received: 2, written: 1, leftOut: {}, withheld: {} })).toThrow('balance');
    expect(() =>
      assertBalance({ received: 2, written: 1, leftOut: { repeated: 1 }, withheld: {} }),
    ).not.toThrow();
  });
});
