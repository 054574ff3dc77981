import type { SenProvision } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { sen } from './__fixtures__/pupils.js';
import { sendOn } from './send-on.js';

const date = '2026-10-01';

describe('sendOn', () => {
  it.each<[string, SenProvision[], 'Y' | 'N', 'Y' | 'N', string]>([
    ['no provision', [], 'N', 'N', 'none'],
    ['N', [sen('N', '2021-09-01')], 'N', 'N', 'none'],
    ['a plan', [sen('E', '2021-09-01')], 'Y', 'N', 'current'],
    ['support', [sen('K', '2021-09-01')], 'N', 'Y', 'none'],
    ['a plan without a start', [sen('E')], 'Y', 'N', 'current'],
    ['a plan on its last day', [sen('E', '2021-09-01', date)], 'Y', 'N', 'current'],
    ['a plan on its first day', [sen('E', date)], 'Y', 'N', 'current'],
    ['a plan that ended', [sen('E', '2021-09-01', '2026-09-30')], 'N', 'N', 'ceased'],
    ['a plan that is to come', [sen('E', '2026-10-02')], 'N', 'N', 'none'],
    [
      'a plan after support that was never ended',
      [sen('K', '2019-09-01'), sen('E', '2021-09-01')],
      'Y',
      'N',
      'current',
    ],
    [
      'support after a plan that was never ended',
      [sen('K', '2025-09-01'), sen('E', '2021-09-01')],
      'N',
      'Y',
      'ceased',
    ],
    ['both from one day', [sen('K', '2021-09-01'), sen('E', '2021-09-01')], 'Y', 'N', 'current'],
    [
      'nothing after a plan that was never ended',
      [sen('N', '2025-09-01'), sen('E', '2021-09-01')],
      'N',
      'N',
      'ceased',
    ],
    ['a statement that ended in its time', [sen('S', '2015-09-01', '2017-09-01')], 'N', 'N', 'ceased'],
  ])('%s', (_, records, sendFlag, senSupportFlag, plan) => {
    expect(sendOn(records, date)).toEqual({ sendFlag, senSupportFlag, plan, unknown: [] });
    expect(sendOn([...records].reverse(), date)).toMatchObject({ sendFlag, senSupportFlag, plan });
  });

  it('goes by the codes of the day', () => {
    expect(sendOn([sen('S', '2015-09-01')], '2017-09-01').sendFlag).toBe('Y');
    expect(sendOn([sen('P', '2013-09-01')], '2014-09-01').senSupportFlag).toBe('Y');
    const statement = sen('S', '2015-09-01');
    expect(sendOn([statement], date)).toMatchObject({ sendFlag: 'N', unknown: [statement] });
    const nonsense = sen('Z', '2015-09-01');
    expect(sendOn([nonsense], date).unknown).toEqual([nonsense]);
  });
});
