import { addDays, type YouthParticipation } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participation } from './__fixtures__/pupils.js';
import { activitiesOn, activityOn, isNeetCode, isTied, isUndated, neetStartOn } from './activity-on.js';

const history = (
  ...rows: (readonly [
    activity: string,
    start: string | undefined,
    end?: string | undefined,
    ascertained?: string,
  ])[]
): YouthParticipation[] =>
  rows.map(([activity, start, end, dateAscertained]) =>
    participation(activity, start, end, dateAscertained === undefined ? {} : { dateAscertained }),
  );

const schoolThenCollege = history(['110', '2021-09-01', '2026-08-31'], ['230', '2026-09-08', '2027-06-30']);

describe('activityOn', () => {
  it.each<[string, YouthParticipation[], string, string | undefined]>([
    ['before all', schoolThenCollege, '2021-08-31', undefined],
    ['on the first day', schoolThenCollege, '2021-09-01', '110'],
    ['on the last day', schoolThenCollege, '2026-08-31', '110'],
    ['in the gap between two', schoolThenCollege, '2026-09-01', undefined],
    ['on the next first day', schoolThenCollege, '2026-09-08', '230'],
    ['after all', schoolThenCollege, '2027-07-01', undefined],
    [
      'the later of two that both run',
      history(['110', '2021-09-01'], ['619', '2026-07-01']),
      '2026-08-01',
      '619',
    ],
    ['not known that came later', history(['210', '2025-09-01'], ['810', '2026-03-01']), '2026-04-01', '810'],
    [
      'a known one before an unknown of the same day',
      history(['810', '2026-03-01'], ['330', '2026-03-01']),
      '2026-04-01',
      '330',
    ],
    [
      'the last recorded of the same day',
      history(['330', '2026-03-01', undefined, '2026-03-09'], ['310', '2026-03-01', undefined, '2026-03-02']),
      '2026-04-01',
      '330',
    ],
    [
      'one without a start from when it was recorded',
      history(['619', undefined, undefined, '2026-03-09']),
      '2026-03-09',
      '619',
    ],
    [
      'none without a start before it was recorded',
      history(['619', undefined, undefined, '2026-03-09']),
      '2026-03-08',
      undefined,
    ],
    [
      'one with a start before one without',
      history(['619', undefined, undefined, '2026-03-09'], ['330', '2025-01-01']),
      '2026-04-01',
      '330',
    ],
    ['none that nothing dates', history(['619', undefined]), '2026-04-01', undefined],
    ['none of no records', [], '2026-04-01', undefined],
  ])('gives %s', (_, records, date, code) => {
    expect(activityOn(records, date)?.activity).toBe(code);
  });

  it('passes over a record without an activity', () => {
    expect(activityOn([participation(undefined, '2026-01-01')], '2026-02-01')).toBeUndefined();
  });

  it('chooses by key at last, and says that it is a tie', () => {
    const a = participation('330', '2026-03-01', undefined, { key: 'a' });
    const b = participation('310', '2026-03-01', undefined, { key: 'b' });
    expect(activityOn([b, a], '2026-04-01')).toBe(a);
    expect(isTied(a, b)).toBe(true);
    expect(isTied(a, { ...b, activity: '330' })).toBe(false);
    expect(isTied(a, { ...b, startDate: '2026-03-02' })).toBe(false);
  });

  it.each(['', '2026-13-01', '01/11/2026'])('refuses %j for a day', (date) => {
    expect(() => activityOn([], date)).toThrow(RangeError);
  });

  it('tells what is undated', () => {
    expect(isUndated(participation('619', undefined))).toBe(true);
    expect(isUndated(participation('619', undefined, undefined, { dateAscertained: '2026-03-09' }))).toBe(
      false,
    );
    expect(isUndated(participation(undefined, undefined))).toBe(false);
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
const anyHistory = fc
  .array(
    fc.record({
      activity: fc.constantFrom('110', '210', '310', '610', '619', '680', '810', undefined),
      start: fc.option(day, { nil: undefined }),
      end: fc.option(day, { nil: undefined }),
      dateAscertained: fc.option(day, { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ activity, start, end, dateAscertained }, i) =>
      participation(activity, start, end, {
        key: `k${i}`,
        ...(dateAscertained !== undefined && { dateAscertained }),
      }),
    ),
  );

describe('any history', () => {
  it('has at most one primary activity on a day, which runs on that day', () => {
    fc.assert(
      fc.property(anyHistory, day, (records, date) => {
        const [primary, ...others] = activitiesOn(records, date);
        expect(activityOn(records, date)).toBe(primary);
        if (primary === undefined) {
          // Then no dated activity runs: told by other words than the code has.
          const running = records.filter(
            ({ activity, startDate, endDate }) =>
              activity && startDate && startDate <= date && !(endDate && endDate < date),
          );
          expect(running).toEqual([]);
          return;
        }
        expect((primary.startDate ?? primary.dateAscertained)! <= date).toBe(true);
        expect(primary.endDate === undefined || date <= primary.endDate).toBe(true);
        for (const other of others) expect((other.startDate ?? '') <= (primary.startDate ?? '')).toBe(true);
      }),
    );
  });

  it('gives the same whatever the order, and whatever starts after the day', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        day,
        ([records, shuffled], date) => {
          const primary = activityOn(records, date);
          expect(activityOn(shuffled, date)).toBe(primary);
          expect(neetStartOn(shuffled, date)).toBe(neetStartOn(records, date));
          const until = records.filter(({ startDate }) => startDate === undefined || startDate <= date);
          expect(activityOn(until, date)).toBe(primary);
          expect(neetStartOn(until, date)).toBe(neetStartOn(records, date));
        },
      ),
    );
  });

  it('has a NEET start, not after the activity’s own, when the activity of the day is NEET and has a start', () => {
    fc.assert(
      fc.property(anyHistory, day, (records, date) => {
        const primary = activityOn(records, date);
        const start = neetStartOn(records, date);
        if (primary?.startDate !== undefined && isNeetCode(primary.activity!))
          expect(start! <= primary.startDate).toBe(true);
        else expect(start).toBeUndefined();
      }),
    );
  });
});

describe('neetStartOn', () => {
  it.each<[string, YouthParticipation[], string, string | undefined]>([
    ['the start of the only NEET activity', history(['619', '2026-03-01']), '2026-04-01', '2026-03-01'],
    [
      'the first of those that follow without a gap',
      history(['619', '2026-01-05', '2026-02-28'], ['640', '2026-03-01']),
      '2026-04-01',
      '2026-01-05',
    ],
    [
      'the first of those that were never closed',
      history(['210', '2025-09-01'], ['619', '2026-01-05'], ['640', '2026-03-01']),
      '2026-04-01',
      '2026-01-05',
    ],
    [
      'the last after a gap',
      history(['619', '2026-01-05', '2026-02-01'], ['640', '2026-03-01']),
      '2026-04-01',
      '2026-03-01',
    ],
    [
      'the last after a gap of one day',
      history(['619', '2026-01-05', '2026-02-27'], ['640', '2026-03-01']),
      '2026-04-01',
      '2026-03-01',
    ],
    [
      'the first when one between lasted a day',
      history(
        ['619', '2026-01-05', '2026-02-27'],
        ['610', '2026-02-28', '2026-02-28'],
        ['640', '2026-03-01'],
      ),
      '2026-04-01',
      '2026-01-05',
    ],
    [
      'the last after other things',
      history(
        ['619', '2026-01-05', '2026-01-31'],
        ['330', '2026-02-01', '2026-02-28'],
        ['619', '2026-03-01'],
      ),
      '2026-04-01',
      '2026-03-01',
    ],
    [
      'nothing for one who isn’t NEET',
      history(['619', '2026-01-05', '2026-02-28'], ['330', '2026-03-01']),
      '2026-04-01',
      undefined,
    ],
    [
      'nothing when nothing is known',
      history(['619', '2026-01-05'], ['810', '2026-03-01']),
      '2026-04-01',
      undefined,
    ],
  ])('gives %s', (_, records, date, start) => {
    expect(neetStartOn(records, date)).toBe(start);
  });
});

describe('isNeetCode', () => {
  it('is true for the codes of the NEET rules alone', () => {
    const codes = Array.from({ length: 900 }, (_, i) => String(i + 100)).filter(isNeetCode);
    expect(codes).toEqual('540 610 615 616 619 620 630 640 650 660 670 680'.split(' '));
  });
});
