import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePupil, makeTarget } from '../pupils/make-pupil.test-support.js';
import type { TargetPupil } from '../pupils/target-pupil.js';
import { createOnePreview, type OnePreviewOptions } from './one-preview.js';

const today = '2026-01-15';
const here = { kind: 'enrolment', key: 'e', current: true, status: 'C', entryDate: '2023-09-01' };
const address = { paon: '1', street: 'High Street', postcode: 'ZZ1 1ZZ' };
const ones = makeTarget(makePupil({ address, preferredForename: 'Addie' }), [here], { guid: null });
const preview = (known: TargetPupil[] = [ones], of: Partial<OnePreviewOptions> = {}) =>
  createOnePreview({ known, today, ...of });
const codes = (issues: readonly { code: string }[]): string[] => issues.map(({ code }) => code);

describe('matching as ONE does it', () => {
  it.each([
    ['the same child', {}, 'matched', 'upn'],
    ['three of four agree', { surname: 'Other' }, 'with-conflicts', 'upn'],
    ['two of four agree', { surname: 'Other', forename: 'Bo' }, 'unmatched', 'too-few-identifiers'],
    ['no UPN and all four agree', { upn: undefined }, 'matched', 'identity'],
    ['no UPN and three agree', { upn: undefined, forename: 'Bo' }, 'unmatched', 'nobody'],
    ['another UPN', { upn: 'X801200001002' }, 'unmatched', 'nobody'],
  ])('%s', async (_, of, outcome, why) => {
    const found = (await preview()).of(makeTarget(makePupil(of), [here]));
    expect(found.outcome).toBe(outcome);
    const { verdict } = found;
    expect(verdict && ('reason' in verdict ? verdict.reason : verdict.how)).toBe(why);
  });

  it('goes by the GUID first, unless ONE is told not to', async () => {
    const known = { ...ones, guid: 'guid-1' };
    const other = makeTarget(makePupil({ upn: undefined, surname: 'Other', forename: 'Bo' }), [here], {
      guid: 'guid-1',
    });
    expect((await preview([known])).of(other)).toMatchObject({ verdict: { how: 'external-id' } });
    expect((await preview([known], { matchGuids: false })).of(other).outcome).toBe('unmatched');
  });

  it('puts a match that has left into the queue', async () => {
    const left = makeTarget(ones.pupil, [{ ...here, leavingDate: '2025-07-21' }], { guid: null });
    expect((await preview([left])).of(makeTarget())).toMatchObject({
      outcome: 'unmatched',
      verdict: { reason: 'inactive' },
    });
    const matching = { default: { matchInactive: true } };
    expect((await preview([left], { matching })).of(makeTarget()).outcome).toBe('matched');
  });

  it('adds where the base adds, and hides who is too old', async () => {
    const stranger = makeTarget(makePupil({ upn: undefined, surname: 'New', birthDate: '2012-01-01' }), [
      here,
    ]);
    const matching = { schools: { '8562001': { addUnmatched: 'always' as const } } };
    expect((await preview([], { matching })).of(stranger).outcome).toBe('added');
    expect((await preview([])).of(stranger).outcome).toBe('unmatched');
    const aged = (birthDate: string) => makeTarget(makePupil({ birthDate }), [here]);
    expect((await preview([])).of(aged('2007-01-16')).outcome).toBe('unmatched');
    expect((await preview([])).of(aged('2007-01-15')).outcome).toBe('hidden');
    expect((await preview([], { hideOlderThan: 25 })).of(aged('2007-01-15')).outcome).toBe('unmatched');
  });
});

describe('data processing rules', () => {
  const changed = makeTarget(makePupil({ address, preferredForename: 'Ada', middleNames: 'May' }), [here]);

  it.each([
    ['always-conflict', 'with-conflicts', { middleNames: 'conflict', preferredForename: 'conflict' }],
    ['import-if-empty', 'with-conflicts', { middleNames: 'write', preferredForename: 'conflict' }],
    ['always-import', 'matched', { middleNames: 'write', preferredForename: 'write' }],
    ['dont-import', 'matched', { middleNames: 'ignore', preferredForename: 'ignore' }],
  ] as const)('%s', async (rule, outcome, decisions) => {
    const one = await preview([ones], { processing: { default: { names: rule } } });
    const found = one.of(changed);
    expect(found.outcome).toBe(outcome);
    expect(Object.fromEntries(found.items.map(({ field, decision }) => [field, decision]))).toEqual(
      decisions,
    );
    expect(found.items.find(({ field }) => field === 'preferredForename')).toMatchObject({
      held: 'Addie',
      incoming: 'Ada',
    });
  });

  it('always imports school history and attendance', async () => {
    const marks = [here, { kind: 'attendance-mark', key: 'm', date: '2026-01-05', session: 'AM', code: '/' }];
    const found = (await preview()).of(makeTarget(ones.pupil, marks));
    expect(found.outcome).toBe('matched');
    expect(found.items).toMatchObject([{ kind: 'attendance-mark', decision: 'write' }]);
  });

  it('takes an address only where ONE has it', async () => {
    const moved = makeTarget(makePupil({ address: { ...address, paon: '2' } }), [here]);
    const processing = { default: { address: 'always-import' as const } };
    const unsure = (await preview([ones], { processing })).of(moved);
    expect(unsure.items).toMatchObject([{ field: 'address', decision: 'conflict', addressUnknown: true }]);
    expect(codes(unsure.issues)).toEqual(['one-address-unknown']);
    const sure = (await preview([ones], { processing, addressKnown: ({ paon }) => paon === '2' })).of(moved);
    expect(sure).toMatchObject({ outcome: 'matched', items: [{ field: 'address', decision: 'write' }] });
  });

  it('looks only at what would be sent', async () => {
    const ethnic = makeTarget(makePupil({ ethnicity: 'WBRI' }), [here]);
    expect((await preview()).of(ethnic).items).toEqual([]);
    expect((await preview([ones], { include: ['ethnicity'] })).of(ethnic).items).toMatchObject([
      { field: 'ethnicity', decision: 'conflict' },
    ]);
    const hidden = (await preview([ones], { withholdAddress: () => true })).of(
      makeTarget(makePupil({ address: { paon: '9', street: 'Low Street' } }), [here]),
    );
    expect(hidden.items).toEqual([]);
  });

  it('refuses a rule that ONE doesn’t have', async () => {
    await expect(
      preview([], { processing: { schools: { '8562001': { names: 'newest-wins' } } } }),
    ).rejects.toThrow('ONE has no rule newest-wins');
  });
});

describe('what keeps a pupil out', () => {
  it.each([
    [{ surname: ' ' }, 'one-surname-missing'],
    [{ forename: undefined }, 'one-forename-missing'],
    [{ birthDate: undefined }, 'one-birth-date-missing'],
    [{ sex: undefined }, 'one-sex-unknown'],
    [{ sex: 'U' }, 'one-sex-unknown'],
  ])('%j', async (of, code) => {
    const found = (await preview()).of(makeTarget(makePupil(of), [here]));
    expect(found).toMatchObject({ outcome: 'rejected', verdict: undefined, items: [] });
    expect(codes(found.issues)).toContain(code);
  });

  it('is told with its place in the school’s file and no data in the words', async () => {
    const [issue] = (await preview()).of(makeTarget(makePupil({ sex: 'X' }, 7), [here])).issues;
    expect(issue).toMatchObject({ place: { row: 7 }, field: 'sex', value: 'X', record: { kind: 'pupil' } });
    expect(`${issue!.message}${issue!.help}`).not.toMatch(/Lowe|Ada|H8012/);
  });
});

describe('what is work for someone', () => {
  const issuesOf = async (pupil: Parameters<typeof makePupil>[0], records: object[] = [here], of = {}) =>
    codes((await preview([])).of(makeTarget(makePupil(pupil), records, of)).issues).filter(
      (code) => code !== 'one-unmatched',
    );

  it('is seen', async () => {
    expect(await issuesOf({ preferredSurname: 'Lowe ' })).toEqual(['one-name-spaces']);
    expect(await issuesOf({ middleNames: 'May  Ann' })).toEqual(['one-name-spaces']);
    expect(await issuesOf({ middleNames: 'May Ann' })).toEqual([]);
    expect(await issuesOf({}, [here], { guid: null })).toEqual(['one-guid-missing']);
    expect(await issuesOf({ address: { lines: ['1 High Street'] } })).toEqual(['one-address-free-text']);
    expect(await issuesOf({ address: { lines: ['1 High Street'], uprn: '100' } })).toEqual([]);
    const left = { ...here, leavingDate: '2026-07-20' };
    expect(await issuesOf({}, [left])).toEqual(['one-leaving-reason-missing']);
    expect(await issuesOf({}, [{ ...left, leavingReason: 'TRA' }])).toEqual([]);
  });

  it('sees marks outside the registration, to the day', async () => {
    const mark = (date: string, code = '/') => ({
      kind: 'attendance-mark',
      key: `m${date}`,
      date,
      session: 'AM',
      code,
    });
    const until = { ...here, leavingDate: '2025-12-19', leavingReason: 'TRA' };
    const outside = ['one-attendance-outside-enrolment'];
    expect(await issuesOf({}, [until, mark('2023-09-01'), mark('2025-12-19')])).toEqual([]);
    expect(await issuesOf({}, [until, mark('2023-08-31')])).toEqual(outside);
    expect(await issuesOf({}, [until, mark('2025-12-20')])).toEqual(outside);
    expect(await issuesOf({}, [until, mark('2025-12-20', '#'), mark('2025-12-21', '-')])).toEqual([]);
    expect(await issuesOf({}, [{ ...until, entryDate: undefined }, mark('2020-01-01')])).toEqual([]);
    const { issues } = (await preview([])).of(
      makeTarget(makePupil(), [until, mark('2026-01-05'), mark('2026-01-06')]),
    );
    expect(issues[0]).toMatchObject({ value: '2 from 2026-01-05', record: { kind: 'attendance-mark' } });
  });

  it('sees the main registration at two schools when all have been seen, and says it of both', async () => {
    const at = (school: string, of: object = {}) => makeTarget(makePupil({ school }), [{ ...here, ...of }]);
    const both = await preview([]);
    both.of(at('8562001'));
    both.of(at('8562002'));
    expect(both.finish()).toMatchObject([
      { code: 'one-two-main-enrolments' },
      { code: 'one-two-main-enrolments' },
    ]);
    for (const of of [{ status: 'S' }, { leavingDate: '2026-01-14' }, { current: false }]) {
      const fine = await preview([]);
      fine.of(at('8562001'));
      fine.of(at('8562002', of));
      expect(fine.finish()).toEqual([]);
    }
    const same = await preview([]);
    same.of(at('8562001'));
    same.of(at('8562001'));
    expect(same.finish()).toEqual([]);
  });
});

describe('counts', () => {
  it('balance by school, whatever the pupils', async () => {
    const field = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
    const pupil = fc.record({
      school: fc.constantFrom('8562001', '8562002'),
      upn: fc.constantFrom('H801200001001', 'X801200001002', undefined),
      surname: fc.constantFrom('Lowe', 'Other', undefined),
      forename: field('Ada'),
      birthDate: fc.constantFrom('2012-03-04', '2001-03-04', undefined),
      sex: fc.constantFrom('F', 'M', 'U', undefined),
      middleNames: field('May'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(pupil, { maxLength: 12 }), async (pupils) => {
        const one = await preview();
        for (const each of pupils) one.of(makeTarget(makePupil(each), [here]));
        const { schools } = one.summary();
        expect(schools.reduce((sum, school) => sum + school.pupils, 0)).toBe(pupils.length);
        for (const { pupils: all, outcomes } of schools)
          expect(Object.values(outcomes).reduce((a, b) => a + b, 0)).toBe(all);
      }),
    );
  });

  it('say which fields would be in conflict', async () => {
    const one = await preview();
    one.of(makeTarget(makePupil({ preferredForename: 'Ada', middleNames: 'May' }), [here]));
    one.of(makeTarget(makePupil({ preferredForename: 'Adi' }), [here]));
    expect(one.summary().schools).toMatchObject([
      {
        school: '8562001',
        pupils: 2,
        outcomes: { 'with-conflicts': 2 },
        conflicts: { preferredForename: 2, middleNames: 1 },
      },
    ]);
  });
});

it('refuses what is no day', async () => {
  await expect(preview([], { today: 'today' })).rejects.toThrow(RangeError);
});
