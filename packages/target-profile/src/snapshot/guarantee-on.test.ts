import type { YouthParticipation } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { participation } from './__fixtures__/pupils.js';
import { guaranteeDueOn, guaranteesOn } from './guarantee-on.js';

/** In year 11 in 2025/26. */
const BORN = '2010-01-10';

describe('guaranteeDueOn', () => {
  it.each([
    ['2025-03-31', undefined],
    ['2025-09-01', undefined],
    ['2026-03-31', undefined],
    ['2026-04-01', 11],
    ['2026-08-31', 11],
    ['2026-09-01', 11],
    ['2027-03-31', 11],
    ['2027-04-01', 12],
    ['2027-09-01', 12],
    ['2028-03-31', 12],
    ['2028-04-01', undefined],
    ['2028-09-01', undefined],
  ] as const)('%s: %s', (date, year) => {
    expect(guaranteeDueOn(BORN, date)).toBe(year);
  });
});

const status = (activity: string, start: string, guaranteeStatus: string, end?: string): YouthParticipation =>
  participation(activity, start, end, { guaranteeStatus });

describe('guaranteesOn', () => {
  it.each<[string, YouthParticipation[], string, object]>([
    ['none', [participation('110', '2021-09-01')], '2026-05-01', {}],
    ['year 11, running', [status('110', '2021-09-01', '140')], '2026-05-01', { year11: '140' }],
    ['year 11, before it is due', [status('110', '2021-09-01', '159')], '2026-01-05', { year11: '159' }],
    ['year 11, ended', [status('110', '2021-09-01', '110', '2026-08-31')], '2027-05-01', { year11: '110' }],
    [
      'year 11, followed though not ended',
      [status('110', '2021-09-01', '110'), participation('210', '2026-09-01')],
      '2027-05-01',
      { year11: '110' },
    ],
    [
      'both',
      [status('110', '2021-09-01', '110', '2026-08-31'), status('210', '2026-09-01', '114')],
      '2027-05-01',
      { year11: '110', year12: '114' },
    ],
    [
      'the later of one guarantee',
      [status('110', '2021-09-01', '140', '2026-05-31'), status('110', '2026-06-01', '110')],
      '2026-07-01',
      { year11: '110' },
    ],
    [
      'year 12 in the spring of year 13',
      [status('210', '2026-09-01', '114')],
      '2028-05-01',
      { year12: '114' },
    ],
    [
      'the last day of one that another follows on the first of the next guarantee',
      [status('210', '2026-09-01', '110'), participation('220', '2027-04-01')],
      '2027-05-01',
      { year11: '110' },
    ],
    ['what starts later', [status('210', '2026-09-01', '114')], '2026-08-31', {}],
  ])('%s', (_, records, date, statuses) => {
    expect(guaranteesOn(records, BORN, date)).toEqual({ ...statuses, unplaced: [] });
    expect(guaranteesOn([...records].reverse(), BORN, date)).toEqual({ ...statuses, unplaced: [] });
  });

  it('names those of no guarantee', () => {
    const old = status('110', '2021-09-01', '110', '2024-08-31');
    expect(guaranteesOn([old], BORN, '2026-05-01')).toEqual({ unplaced: [old] });
    expect(guaranteesOn([old], undefined, '2026-05-01')).toEqual({ unplaced: [old] });
  });
});
